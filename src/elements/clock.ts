interface Drawn {
  requestUpdate(): void;
}

// A timer above 2^31 ms overflows and fires at once; a day is often enough for any text.
const LONGEST = 86_400_000;

// One timer for every time on the page: it is set for the nearest change, and between two changes nothing runs.
const changes = new Map<Drawn, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

function arm(): void {
  clearTimeout(timer);
  if (changes.size > 0)
    timer = setTimeout(redraw, Math.min(Math.min(...changes.values()) - Date.now(), LONGEST));
}

function redraw(): void {
  for (const [element, at] of changes) {
    if (at <= Date.now() && changes.delete(element)) element.requestUpdate();
  }
  arm();
}

/** Draws the element again at that moment, in ms since the epoch, or at an earlier one that it was told before. */
export function redrawAt(at: number, element: Drawn): void {
  changes.set(element, Math.min(at, changes.get(element) ?? at));
  arm();
}

/** Forgets what {@link redrawAt} was told. */
export function redrawNoMore(element: Drawn): void {
  changes.delete(element);
  arm();
}
