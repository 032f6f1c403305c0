// The mirror: one element over each thing drawn, so that the canvas is read, focused, pressed and
// typed in like a page. It never scrolls by itself; regions move their content with the canvas.
import { FONT_FAMILY } from './glyphs';
import { isComposing } from './pointer';
import { NODE_FLAGS, NODE_NUMBERS, NODE_TEXTS, type ROLES } from './protocol';

type Role = (typeof ROLES)[keyof typeof ROLES];
type Node = Record<Exclude<(typeof NODE_TEXTS)[number], 'role'>, string> & Record<(typeof NODE_NUMBERS)[number], number> & { role: Role };

export interface MirrorEvents {
  activated(key: string): void;
  focused(key: string, visible: boolean): void;
  typed(key: string, text: string): void;
  done(key: string, text: string, submitted: boolean): void;
  cancelled(key: string): void;
  /** By so many rows, and in a grid columns. */
  movedInList(key: string, rows: number, columns: number): void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Entry {
  element: HTMLElement;
  inner: HTMLElement; // where children go
  node: Node;
}

const unescaped = (text: string) => text.replace(/\x1d([012])/g, (_, place) => String.fromCharCode(0x1d + Number(place)));

/** One line of what `difference` writes (shell/semantics/tree.hpp), behind its sign. Numbers come in hundredths. */
function parseNode([, ...columns]: string[]): Node {
  const texts = NODE_TEXTS.map((name, at) => [name, unescaped(columns[at] ?? '')]);
  const numbers = NODE_NUMBERS.map((name, at) => [name, Number(columns[NODE_TEXTS.length + at] ?? 0) / 100]);
  return Object.fromEntries([...texts, ...numbers]) as Node;
}

const TAGS: Partial<Record<Role, string>> = {
  button: 'button', checkbox: 'button', link: 'a', textfield: 'input', notesarea: 'textarea', text: 'p',
  switch: 'button', radio: 'button', menuitem: 'button', option: 'button', gridcell: 'button',
};
const LANDMARK_TAGS: Record<string, string> = { main: 'main', navigation: 'nav' };

/** Buttons to who presses them, and more to who hears them: the role, and what says that they are chosen. */
const CHOSEN: Partial<Record<Role, [attribute: string, flag: keyof typeof NODE_FLAGS | '']>> = {
  checkbox: ['aria-checked', 'checked'], switch: ['aria-checked', 'checked'], radio: ['aria-checked', 'checked'],
  option: ['aria-selected', 'current'], gridcell: ['aria-selected', 'current'], menuitem: ['', ''],
};
/** They are their words. */
const WORDS = new Set<Role>(['text', 'heading', 'columnheader', 'cell', 'status']);
/** They hold others and have no place of their own. */
const HOLDERS = new Set<Role>(['list', 'listitem', 'group', 'radiogroup', 'menu', 'listbox', 'grid', 'table', 'row']);

/** Keys that move within a grid or a radio group, beside the others. */
const COLUMNS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
/** Keys that move within a list. */
const ROWS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 };

function tagOf(node: Node): string {
  if (node.role === 'heading') return `h${node.level}`;
  return LANDMARK_TAGS[node.landmark] ?? TAGS[node.role] ?? 'div';
}

function isField(element: Element | null): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** Whether somebody types in it now. A window that was left for another keeps its active element. */
function hasCaret(element: Element): boolean {
  return document.activeElement === element && document.hasFocus();
}

function set(element: HTMLElement, name: string, value: string | null): void {
  if (value === null || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export class Mirror {
  private readonly entries = new Map<string, Entry>();
  private readonly keys = new WeakMap<Element, string>();
  private pointerAt = -Infinity;
  private composing = false;
  private readonly blurred = new Set<string>(); // fields, since the last frame
  private touched: HTMLElement | undefined; // typed into, and Escape takes that back

  constructor(private readonly root: HTMLElement, private readonly events: MirrorEvents) {
    root.style.fontFamily = FONT_FAMILY;
    addEventListener('pointerdown', (event) => (this.pointerAt = event.timeStamp), { capture: true });
    addEventListener('pointerup', (event) => (this.pointerAt = event.timeStamp), { capture: true });
    addEventListener('keydown', () => (this.pointerAt = -Infinity), { capture: true });
    root.addEventListener('click', (event) => this.onClick(event));
    root.addEventListener('focusin', (event) => this.onFocus(event.target as HTMLElement));
    root.addEventListener('focusout', (event) => this.onBlur(event.target as HTMLElement));
    root.addEventListener('input', (event) => this.onInput(event.target as HTMLElement));
    root.addEventListener('keydown', (event) => this.onKey(event));
    root.addEventListener('compositionstart', () => (this.composing = true));
    root.addEventListener('compositionend', () => (this.composing = false));
  }

  apply(difference: string): void {
    for (const line of difference.split('\x1e')) {
      const fields = line.split('\x1f');
      if (fields[0] === '-') this.remove(unescaped(fields[1] ?? ''));
      else if (fields[0] === '+') this.put(parseNode(fields));
      else if (fields[0] === '=') this.order(fields.slice(1).map(unescaped));
    }
  }

  focus(key: string): void {
    this.entries.get(key)?.element.focus({ preventScroll: true });
  }

  /** What a field holds from now on; the next difference says so too, but the next key may come before it. */
  showInField(key: string, text: string): void {
    const element = this.entries.get(key)?.element;
    if (element && isField(element)) element.value = text;
  }

  /** Fields that were left hold what the frame shows, also what came from elsewhere while they were typed in. */
  frameDrawn(): void {
    for (const key of this.blurred) {
      const entry = this.entries.get(key);
      if (entry && isField(entry.element) && entry.element.value !== entry.node.value) entry.element.value = entry.node.value;
    }
    this.blurred.clear();
  }

  private put(node: Node): void {
    let entry = this.entries.get(node.key);
    if (entry && (tagOf(entry.node) !== tagOf(node) || entry.node.parent !== node.parent)) {
      this.remove(node.key);
      entry = undefined;
    }
    if (!entry) {
      const element = document.createElement(tagOf(node));
      let inner: HTMLElement = element;
      if (node.role === 'region') {
        inner = document.createElement('div');
        inner.className = 'content';
        element.append(inner);
      }
      entry = { element, inner, node };
      this.entries.set(node.key, entry);
      this.keys.set(element, node.key);
      (this.entries.get(node.parent)?.inner ?? this.root).append(element);
      this.describe(entry, node, true);
    } else {
      this.describe(entry, node, false);
    }
    entry.node = node;
  }

  private remove(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    if (entry.element.contains(document.activeElement)) this.onBlur(document.activeElement as HTMLElement);
    entry.element.remove();
  }

  // Elements move only where they stand wrong: moving one that has the focus would take it away.
  private order(keys: string[]): void {
    const cursors = new Map<HTMLElement, ChildNode | null>();
    for (const key of keys) {
      const entry = this.entries.get(key);
      if (!entry) continue;
      const parent = this.entries.get(entry.node.parent)?.inner ?? this.root;
      const cursor = cursors.has(parent) ? (cursors.get(parent) ?? null) : parent.firstChild;
      if (cursor === entry.element) cursors.set(parent, entry.element.nextSibling);
      else {
        parent.insertBefore(entry.element, cursor);
        cursors.set(parent, cursor);
      }
    }
  }

  private describe(entry: Entry, node: Node, isNew: boolean): void {
    const { element } = entry;
    this.place(entry, node);
    const has = (flag: keyof typeof NODE_FLAGS) => node.flags.includes(NODE_FLAGS[flag]);
    if (WORDS.has(node.role)) {
      if (!TAGS[node.role] && node.role !== 'heading') set(element, 'role', node.role);
      if (element.textContent !== node.name) element.textContent = node.name;
      if (node.role === 'heading' && node.level === 1) set(element, 'tabindex', '-1');
      return;
    }
    set(element, 'aria-label', node.name);
    set(element, 'aria-description', node.description);
    set(element, 'title', has('shortened') ? [node.name, node.description].filter(Boolean).join('\n') : null);
    if (node.role === 'region') {
      const isDialog = node.landmark.endsWith('dialog');
      if (isDialog || node.landmark === 'status') set(element, 'role', node.landmark);
      if (isDialog) set(element, 'aria-modal', 'true');
      element.inert = has('disabled');
      return;
    }
    if (!TAGS[node.role] && !node.landmark) set(element, 'role', node.role);
    this.describePlace(element, node);
    if (element instanceof HTMLButtonElement || node.role === 'link') set(element, 'tabindex', has('offTabOrder') ? '-1' : null);
    if (node.role === 'button') {
      set(element, 'aria-pressed', has('current') ? 'true' : null);
      set(element, 'aria-haspopup', node.popup);
      set(element, 'aria-expanded', has('expanded') ? 'true' : has('collapsed') ? 'false' : null);
    }
    const chosen = CHOSEN[node.role];
    if (chosen) {
      set(element, 'role', node.role);
      if (chosen[1]) set(element, chosen[0], String(has(chosen[1])));
    }
    if (node.role === 'progressbar') set(element, 'aria-valuenow', node.value);
    if (element instanceof HTMLButtonElement) element.type = 'button';
    if (element instanceof HTMLAnchorElement) {
      element.href = node.address;
      set(element, 'aria-current', has('current') ? 'page' : null);
    }
    if (isField(element)) this.describeField(element, entry.node, node, isNew);
  }

  private describePlace(element: HTMLElement, node: Node): void {
    const [place, count] = node.role === 'row' || node.role === 'grid' ? ['aria-rowindex', 'aria-rowcount'] : ['aria-posinset', 'aria-setsize'];
    if (node.role !== 'grid') set(element, place, node.count > 0 ? String(node.place) : null);
    if (node.role !== 'row') set(element, count, node.count > 0 ? String(node.count) : null);
  }

  private describeField(element: Field, before: Node, node: Node, isNew: boolean): void {
    if (isNew) {
      element.autocomplete = 'off';
      // A textarea's directions come by page.css: `dir` takes Chromium seconds in a long text.
      if (element instanceof HTMLInputElement) Object.assign(element, { type: 'text', dir: 'auto' });
    }
    element.placeholder = node.placeholder;
    set(element, 'aria-invalid', node.flags.includes(NODE_FLAGS.invalid) ? 'true' : null);
    const replaced = before.revision !== node.revision;
    if ((isNew || replaced || !hasCaret(element)) && element.value !== node.value) {
      element.value = node.value;
    }
  }

  private place({ element, inner }: Entry, node: Node): void {
    if (HOLDERS.has(node.role)) return;
    const { style } = element;
    const region = this.regionOf(node);
    style.left = `${node.x - (region?.x ?? 0)}px`;
    style.top = `${node.y - (region?.y ?? 0)}px`;
    style.width = `${node.width}px`;
    style.height = `${node.height}px`;
    if (node.role === 'region') inner.style.transform = `translateY(${-node.scroll}px)`;
    if (WORDS.has(node.role)) {
      // Not `font`, which would bring kerning back (page.css).
      style.fontWeight = String(node.fontWeight);
      style.fontSize = `${node.fontSize}px`;
      style.lineHeight = `${node.lineHeight}px`;
    }
  }

  private regionOf(node: Node): Node | undefined {
    for (let at = this.entries.get(node.parent)?.node; at; at = this.entries.get(at.parent)?.node) {
      if (at.role === 'region') return at;
    }
    return undefined;
  }

  // A press by mouse or finger has reached the canvas as pointer events; the click that follows is
  // the same press. A click without one comes from a keyboard or assistive technology.
  private onClick(event: MouseEvent): void {
    const target = (event.target as HTMLElement).closest('button, a');
    const key = target ? this.keys.get(target) : undefined;
    if (key === undefined) return;
    if (target instanceof HTMLAnchorElement) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
    }
    const fromPointer = event.detail > 0 && event.timeStamp - this.pointerAt < 1_000;
    this.pointerAt = -Infinity;
    if (!fromPointer) this.events.activated(key);
  }

  private onFocus(element: HTMLElement): void {
    const key = this.keys.get(element);
    if (key !== undefined) this.events.focused(key, element.matches(':focus-visible') && !/^H\d$/.test(element.tagName));
  }

  private onBlur(element: HTMLElement): void {
    const key = this.keys.get(element);
    if (key === undefined) return;
    this.events.focused('', false);
    if (!isField(element)) return;
    this.blurred.add(key);
    this.events.done(key, element.value, false);
  }

  private onInput(element: HTMLElement): void {
    const key = this.keys.get(element);
    if (key === undefined || !isField(element)) return;
    this.touched = element;
    this.blurred.delete(key);
    this.events.typed(key, element.value);
  }

  /** Whether the key moves in what holds the element, or moves what its grip holds. */
  private moves(element: HTMLElement, key: string | undefined, pressed: string): boolean {
    const rows = ROWS[pressed];
    if (key !== undefined && this.entries.get(key)?.node.flags.includes(NODE_FLAGS.movedByKeys)) {
      if (rows !== undefined) this.events.movedInList(key, rows, 0);
      return rows !== undefined;
    }
    const grid = element.closest<HTMLElement>('[role=grid]');
    const holder = grid ?? element.closest('[aria-setsize]')?.parentElement ?? element;
    const list = this.keys.get(holder);
    const columns = grid || holder.getAttribute('role') === 'radiogroup' ? COLUMNS[pressed] : undefined;
    if (list === undefined || list === key || (rows === undefined && columns === undefined)) return false;
    this.events.movedInList(list, rows ?? 0, columns ?? 0);
    return true;
  }

  /** What was understood of the text becomes plain text again, before any letter of it goes. */
  private takesBack(field: Field, key: string): boolean {
    const pressed = this.entries.get(key)?.node.backspace;
    const end = field.value.length;
    if (!pressed || field.selectionStart !== end || field.selectionEnd !== end) return false;
    this.events.activated(pressed);
    return true;
  }

  private onKey(event: KeyboardEvent): void {
    const element = event.target as HTMLElement;
    const key = this.keys.get(element);
    if (!isField(element) && this.moves(element, key, event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (key === undefined || !isField(element) || this.composing || isComposing(event)) return;
    const shownIn = this.entries.get(key)?.node.list;
    if (event.key === 'ArrowDown' && shownIn) {
      event.preventDefault();
      this.events.movedInList(shownIn, 1, 0);
    } else if (event.key === 'Backspace' && this.takesBack(element, key)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && (element instanceof HTMLInputElement || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.events.done(key, element.value, true);
    } else if (event.key === 'Escape' && this.touched === element) {
      event.stopPropagation();
      this.touched = undefined;
      this.events.cancelled(key);
    }
  }
}
