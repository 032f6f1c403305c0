// What one tab remembers over a reload, and no other tab. A browser that keeps nothing for a page still has the page.
import { TAB_KEY as KEY } from './scope';

export function keepForTab(text: string): void {
  try {
    if (text) sessionStorage.setItem(KEY, text);
    else sessionStorage.removeItem(KEY);
  } catch {
    // It is not remembered then.
  }
}

export function keptForTab(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
