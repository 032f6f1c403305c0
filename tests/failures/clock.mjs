// Time for the runs of failures: it stands still while anything is under way, and otherwise goes on to the next timer
// at once. So a patience of ten seconds costs nothing, and a busy machine never makes an answer late.

/** Turns of the event loop without anything under way, after which only a timer can go on. */
const QUIET_TURNS = 20;
const turn = globalThis.setImmediate;
let underWay = 0;

// The database of the tests, and the tests themselves, do everything in turns that are asked for here.
globalThis.setImmediate = (work, ...args) => {
  ++underWay;
  return turn(() => {
    --underWay;
    work(...args);
  });
};

export class Clock {
  now = 0;
  timers = new Map(); // number: [when, work]
  last = 0;
  isGoing = false;

  setTimeout = (work, milliseconds = 0) => {
    this.timers.set(++this.last, [this.now + milliseconds, work]);
    this.go();
    return this.last;
  };

  clearTimeout = (number) => this.timers.delete(number);

  async go() {
    if (this.isGoing) return;
    this.isGoing = true;
    while (this.timers.size > 0) {
      for (let quiet = 0; quiet < QUIET_TURNS; quiet = underWay ? 0 : quiet + 1) await new Promise((resolve) => turn(resolve));
      const [next] = [...this.timers].sort(([, [one]], [, [other]]) => one - other);
      if (!next) break;
      const [number, [when, work]] = next;
      this.timers.delete(number);
      this.now = when;
      work();
    }
    this.isGoing = false;
  }
}
