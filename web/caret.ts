// Notes grow with their text and never scroll by themselves: the page follows the caret instead.

const ROOM = 96; // pixels that stay free above and below the caret: bars of a phone, a line to come

/** As tall as `text` is in the field: from its own top to the top of the line in which the text ends. */
function topOfEnd(style: CSSStyleDeclaration, text: string): number {
  const copy = document.createElement('div');
  for (const name of ['font', 'padding', 'border', 'width', 'boxSizing', 'fontKerning', 'fontVariantLigatures'] as const) copy.style[name] = style[name];
  Object.assign(copy.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
  copy.textContent = text;
  const mark = document.createElement('span');
  mark.textContent = '\u200b';
  copy.append(mark);
  document.body.append(copy);
  const top = mark.offsetTop;
  copy.remove();
  return top;
}

/**
 * The caret's top and bottom below the field's own top. In a long text, copies of what stands before the caret would take as
 * long as the field itself: where less stands after it, the way goes up from the field's end.
 */
function caretIn(field: HTMLTextAreaElement): [top: number, bottom: number] {
  const style = getComputedStyle(field);
  const { value, selectionEnd } = field;
  const paragraph = value.lastIndexOf('\n', selectionEnd - 1) + 1;
  const isLong = value.length > 10_000; // then the field is no taller than its text
  let top: number;
  if (isLong && paragraph > value.length / 2) {
    const end = field.scrollHeight - parseFloat(style.lineHeight) - parseFloat(style.paddingBottom);
    top = end - topOfEnd(style, value.slice(paragraph)) + topOfEnd(style, value.slice(paragraph, selectionEnd));
  } else {
    top = topOfEnd(style, value.slice(0, selectionEnd));
  }
  return [top, top + parseFloat(style.lineHeight)];
}

/** `scroll` moves what lies under a point by so many pixels. */
export function followCaret(root: HTMLElement, scroll: (x: number, y: number, pixels: number) => void): void {
  const follow = () => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement) || !root.contains(field)) return;
    field.scrollTop = 0;
    const box = field.getBoundingClientRect();
    const [top, bottom] = caretIn(field).map((y) => y + box.top) as [number, number];
    const low = Math.min(innerHeight, visualViewport?.height ?? innerHeight) - ROOM;
    const pixels = bottom > low ? bottom - low : top < ROOM ? top - ROOM : 0;
    if (pixels !== 0) scroll(box.left + box.width / 2, innerHeight / 2, pixels);
  };
  // The field grows in the frame after the letter.
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      asked = false;
      follow();
    }));
  };
  root.addEventListener('input', ask);
  root.addEventListener('keyup', (event) => {
    if (/^(Arrow|Home|End|Page)/.test(event.key)) ask();
  });
}
