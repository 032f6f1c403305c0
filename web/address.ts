// The address bar: screens have addresses, Back works, and each place keeps its scroll.
interface Place {
  scroll: number;
  /** How many places of this page came before it in the history. */
  at: number;
}

function scrollOf(state: unknown): number {
  const scroll = (state as Place | null)?.scroll;
  return typeof scroll === 'number' && scroll >= 0 ? scroll : 0;
}
function placeIn(state: unknown): number | undefined {
  const at = (state as Place | null)?.at;
  return typeof at === 'number' ? at : undefined;
}

export class Address {
  private timer = 0;
  private scroll = 0;
  private at = placeIn(history.state) ?? 0;
  private returning = false;

  /** `closes`: closes what is open above the page and has no address of its own; false where nothing is. */
  constructor(private readonly shown: (address: string, scroll: number) => void, private readonly closes: () => boolean) {
    history.scrollRestoration = 'manual';
    addEventListener('popstate', (event) => this.moved(event.state));
  }

  /** Tells where the page was opened or reloaded. */
  begin(): void {
    this.put(scrollOf(history.state));
    this.shown(location.hash, scrollOf(history.state));
  }

  private moved(state: unknown): void {
    clearTimeout(this.timer);
    this.timer = 0;
    const at = placeIn(state);
    const returned = this.returning && at === this.at;
    this.returning = false;
    if (returned) return;
    // Back closes a menu or a calendar, and the page stays.
    if (at !== undefined && at < this.at && this.closes()) {
      this.returning = true;
      return history.go(this.at - at);
    }
    this.at = at ?? this.at + 1;
    if (at === undefined) this.put(0);  // typed into the address bar
    this.shown(location.hash, scrollOf(state));
  }

  go(address: string, replace: boolean): void {
    this.returning = false;
    this.keepScroll();
    if (!replace) ++this.at;
    const place: Place = { scroll: 0, at: this.at };
    if (replace) history.replaceState(place, '', address);
    else history.pushState(place, '', address);
  }
  private put(scroll: number): void {
    history.replaceState({ scroll, at: this.at } satisfies Place, '');
  }

  back(): void {
    if (this.at > 0) history.back();
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
    this.put(this.scroll);
  }
}
