// A long text that is pasted or dropped into a field. The browser inserts it as if it were typed, which takes
// seconds for a megabyte; setting it takes one layout. The browser can undo no such change: the first undo after it does that here.
const LONG = 20_000; // characters; less is inserted within a frame or two

interface Inserted {
  field: HTMLTextAreaElement;
  before: string;
  selection: [from: number, to: number];
  after: string;
}

function tell(field: HTMLTextAreaElement, inputType: string): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
}

export function takeLongPastes(root: HTMLElement): void {
  let last: Inserted | undefined;
  /** True where it was taken back. */
  const undo = (field: EventTarget | null): boolean => {
    if (!last || last.field !== field || last.field.value !== last.after) return false;
    last.field.value = last.before;
    last.field.setSelectionRange(...last.selection);
    last = undefined;
    tell(field as HTMLTextAreaElement, 'historyUndo');
    return true;
  };
  root.addEventListener('beforeinput', (event) => {
    const field = event.target;
    if (event.inputType === 'historyUndo' && undo(field)) event.preventDefault();
    if (!(field instanceof HTMLTextAreaElement) || !/^insertFrom(Paste|Drop)$/.test(event.inputType)) return;
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (text.length < LONG) return;
    event.preventDefault();
    const before = field.value;
    const selection: Inserted['selection'] = [field.selectionStart, field.selectionEnd];
    field.setRangeText(text, ...selection, 'end');
    last = { field, before, selection, after: field.value };
    tell(field, event.inputType);
  });
  // Where nothing was typed before, the browser has nothing to undo and asks nobody.
  root.addEventListener('keydown', (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
    if (isUndo && undo(event.target)) event.preventDefault();
  }, { capture: true });
}
