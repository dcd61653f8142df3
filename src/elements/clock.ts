interface Drawn {
  requestUpdate(): void;
}

// A timer stands still while the computer sleeps: so long at most a text is wrong when that wakes.
const LONGEST = 60_000;

// One timer for every time on the page: it is set for the nearest change, and draws nothing before that.
const changes = new Map<Drawn, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let timerAt = Infinity;

function arm(at: number): void {
  if (at >= timerAt) return;
  clearTimeout(timer);
  timerAt = at;
  timer = setTimeout(redraw, Math.min(at - Date.now(), LONGEST));
}

function redraw(): void {
  const now = Date.now();
  let next = (timerAt = Infinity);
  for (const [element, at] of changes) {
    if (at > now) next = Math.min(next, at);
    else if (changes.delete(element)) element.requestUpdate();
  }
  arm(next);
}

/** Draws the element again at that moment, in ms since the epoch, or at an earlier one that it was told before. */
export function redrawAt(at: number, element: Drawn): void {
  changes.set(element, Math.min(at, changes.get(element) ?? at));
  arm(at);
}

/** Forgets what {@link redrawAt} was told. */
export function redrawNoMore(element: Drawn): void {
  changes.delete(element);
  if (changes.size > 0) return;
  clearTimeout(timer);
  timerAt = Infinity;
}
