// Paper: a canvas cannot be printed, so what the open place says is set as a page of its own while
// the browser prints.
import type { Engine } from './engine';

/** The words of one thing; nothing for what can only be pressed. */
function linesOf(element: Element): HTMLElement | undefined {
  const label = element.getAttribute('aria-label') ?? '';
  const description = element.getAttribute('aria-description') ?? '';
  const line = document.createElement(/^H[123]$/.test(element.tagName) ? element.tagName : 'p');
  const put = (tag: string, words: string) => {
    const part = document.createElement(tag);
    part.textContent = words;
    line.append(part);
  };
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    if (!element.value) return undefined;
    put('small', [label, description].filter(Boolean).join(' · '));
    put('div', element.value);
  } else if (element.getAttribute('role') === 'checkbox') {
    put('span', `${element.getAttribute('aria-checked') === 'true' ? '☑' : '☐'} ${label} `);
    put('small', description);
  } else if (element.getAttribute('role') === 'radio') {
    put('span', `${element.closest('[role=radiogroup]')?.getAttribute('aria-label') ?? ''} ${label}`);
  } else if (element instanceof HTMLAnchorElement) {
    put('span', `${label} `);
    put('small', description);
  } else {
    line.textContent = label || element.textContent;
  }
  return line;
}

const levelOf = (line: HTMLElement | undefined) => (line && /^H[123]$/.test(line.tagName) ? Number(line.tagName[1]) : 4);

/** A heading with nothing below it says nothing on paper. */
function withoutBareHeadings(lines: HTMLElement[]): HTMLElement[] {
  const kept: HTMLElement[] = [];
  for (const line of lines.reverse()) {
    const level = levelOf(line);
    if (level === 1 || level === 4 || (kept.length > 0 && levelOf(kept.at(-1)) > level)) kept.push(line);
  }
  return kept.reverse();
}

export function setOnPaper(mirror: HTMLElement, engine: Engine): void {
  const paper = document.createElement('article');
  paper.id = 'paper';
  addEventListener('beforeprint', () => {
    engine.paper(true);
    const things = mirror.querySelectorAll('main :is(p, h1, h2, h3, a, input, textarea, [role=checkbox], [role=radio][aria-checked=true], [role=img]):not(nav *)');
    paper.replaceChildren(...withoutBareHeadings([...things].flatMap((thing) => linesOf(thing) ?? [])));
    document.body.append(paper);
  });
  addEventListener('afterprint', () => {
    paper.remove();
    engine.paper(false);
  });
}
