// What is selected over several things and copied: a step, a link or a field between the words is no text
// of the document, so its words are put in, as Markdown where it is a step. Buttons are not.

/** What one element says when it is copied; nothing for what only holds others, or does something. */
function wordsOf(element: Element, range: Range): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    return element.value ? `${element.ariaLabel ?? ''}: ${element.value}` : '';
  }
  const name = element.ariaLabel ?? '';
  if (element.role === 'checkbox') return `- [${element.ariaChecked === 'true' ? 'x' : ' '}] ${name}`;
  if (element instanceof HTMLAnchorElement) return name;
  if (element.children.length > 0 || !element.firstChild) return '';
  const part = document.createRange();
  part.selectNodeContents(element);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

export function listenToCopying(mirror: HTMLElement): void {
  addEventListener('copy', (event) => {
    const selection = getSelection();
    const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const inField = document.activeElement?.matches('input, textarea');
    if (!range || !event.clipboardData || inField || !range.intersectsNode(mirror)) return;
    const lines = [...mirror.querySelectorAll('*')]
      .filter((element) => range.intersectsNode(element) && !element.closest('[inert]'))
      .map((element) => wordsOf(element, range));
    event.clipboardData.setData('text/plain', lines.filter(Boolean).join('\n'));
    event.preventDefault();
  });
}
