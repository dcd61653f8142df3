/** Where a reader left a feed. */
export interface KeptPlace {
  /** Id of the first event that was seen. */
  readonly id: string;
  /** How many events stood before it. */
  readonly index: number;
  /** Where it stood, in px below the top of the window. */
  readonly top: number;
}

/** Keeps it for as long as the tab is open; forgets it where there is none. */
export function keepPlace(key: string, place: KeptPlace | undefined): void {
  try {
    if (place)
      sessionStorage[key] = JSON.stringify([place.id, place.index, place.top, performance.timeOrigin]);
    else sessionStorage.removeItem(key);
  } catch {
    // A frame may be sandboxed, and the storage full: the reader begins at the top then.
  }
}

/** What was kept, for a reader who comes back, or is still here: not for one who opens the page anew. */
export function takePlace(key: string): KeptPlace | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '');
    const parts: readonly unknown[] = Array.isArray(kept) ? kept : [];
    const [id, index, top, origin] = parts;
    if (typeof id !== 'string' || typeof index !== 'number' || typeof top !== 'number') return undefined;
    if (origin === performance.timeOrigin || isComingBack()) return { id, index, top };
    sessionStorage.removeItem(key);
    return undefined;
  } catch {
    return undefined;
  }
}

function isComingBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && /back|reload/.test(entry.type);
}
