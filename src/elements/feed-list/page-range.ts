/** The pages around `center` that hold at most `most` events together, as many before it as after it. */
export function pageRange(
  counts: readonly number[],
  center: number,
  most: number,
): readonly [first: number, last: number] {
  let first = center;
  let last = center;
  let left = most - (counts[center] ?? 0);
  for (;;) {
    const before = counts[first - 1];
    const after = counts[last + 1];
    const goesUp = before !== undefined && (after === undefined || center - first <= last - center);
    const count = goesUp ? before : after;
    if (count === undefined || count > left) return [first, last];
    left -= count;
    if (goesUp) first -= 1;
    else last += 1;
  }
}
