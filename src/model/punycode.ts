/**
 * Decodes one label without its `xn--` (RFC 3492 §6.2).
 * @returns undefined where it is no punycode
 */
export function decodePunycode(input: string): string | undefined {
  if (input.length > 63) return undefined;
  const end = input.lastIndexOf('-');
  const points = Array.from(input.slice(0, Math.max(end, 0)), (char) => char.codePointAt(0) ?? 0);
  let point = 128;
  let bias = 72;
  let index = 0;
  for (let at = end + 1; at < input.length;) {
    const before = index;
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(input.charAt(at).toLowerCase());
      if (at++ >= input.length || digit < 0) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const size = points.length + 1;
    let delta = Math.floor((index - before) / (before === 0 ? 700 : 2));
    delta += Math.floor(delta / size);
    for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35);
    bias += Math.floor((36 * delta) / (delta + 38));
    point += Math.floor(index / size);
    if (point > 0x10ffff) return undefined;
    index %= size;
    points.splice(index++, 0, point);
  }
  return String.fromCodePoint(...points);
}
