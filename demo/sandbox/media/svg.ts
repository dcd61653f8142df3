const round = (n: number) => Math.round(n * 10) / 10;

/** A closed shape from the left edge to the right one along `heights`, filled down to the bottom. */
export function ridge(heights: readonly number[], width: number, height: number): string {
  const step = width / (heights.length - 1);
  const points = heights.map((y, i) => [round(i * step), round(y)] as const);
  const [first] = points;
  let path = `M0 ${height}L0 ${first?.[1] ?? height}`;
  for (const [i, [x, y]] of points.entries()) {
    const before = points[i - 1];
    if (!before) continue;
    const middle = round((before[0] + x) / 2);
    path += `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`;
  }
  return `${path}L${width} ${height}Z`;
}

export function gradient(id: string, stops: readonly string[], horizontal = false): string {
  const end = horizontal ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
  const parts = stops.map(
    (color, i) => `<stop offset="${round(i / Math.max(1, stops.length - 1))}" stop-color="${color}"/>`,
  );
  return `<linearGradient id="${id}" ${end}>${parts.join('')}</linearGradient>`;
}

export const hsl = (h: number, s: number, l: number, a = 1) =>
  `hsl(${Math.round(((h % 360) + 360) % 360)} ${Math.round(s)}% ${Math.round(l)}%${a < 1 ? ` / ${round(a)}` : ''})`;

export const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"${more}/>`;

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${fill}"${more}/>`;

export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}"${more}/>`;

export function svg(
  width: number,
  height: number,
  defs: string,
  body: string,
  view = [width, height],
): string {
  const [w = width, h = height] = view;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${w} ${h}"` +
    ` preserveAspectRatio="xMidYMid slice"><defs>${defs}</defs>${body}</svg>`
  );
}
