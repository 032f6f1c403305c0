// The address bar: screens have addresses, Back works, and each place keeps its scroll.
interface Place {
  scroll: number;
}

function scrollOf(state: unknown): number {
  const scroll = (state as Place | null)?.scroll;
  return typeof scroll === 'number' && scroll >= 0 ? scroll : 0;
}

export class Address {
  private timer = 0;
  private scroll = 0;

  constructor(private readonly shown: (address: string, scroll: number) => void) {
    history.scrollRestoration = 'manual';
    addEventListener('popstate', (event) => {
      clearTimeout(this.timer);
      this.timer = 0;
      this.shown(location.hash, scrollOf(event.state));
    });
  }

  /** Tells where the page was opened or reloaded. */
  begin(): void {
    this.shown(location.hash, scrollOf(history.state));
  }

  go(address: string, replace: boolean): void {
    this.keepScroll();
    const place: Place = { scroll: 0 };
    if (replace) history.replaceState(place, '', address);
    else history.pushState(place, '', address);
  }

  back(): void {
    if (history.length > 1) history.back();
    else {
      this.go('#/', true);
      this.shown('#/', 0);
    }
  }

  // Browsers limit how often the state may be replaced.
  rememberScroll(offset: number): void {
    this.scroll = offset;
    this.timer ||= window.setTimeout(() => this.keepScroll(), 200);
  }

  keepScroll(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = 0;
    history.replaceState({ scroll: this.scroll } satisfies Place, '');
  }
}
