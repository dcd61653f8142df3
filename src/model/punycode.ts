/**
 * Decodes one label without its `xn--` (RFC 3492 §6.2). What is no punycode gives anything or throws a
 * RangeError: encode the result again to be sure of it.
 */
export function decodePunycode(input: string): string {
  const end = input.lastIndexOf('-') + 1;
  const letters = end ? Array.from(input.slice(0, end - 1)) : [];
  let point = 128;
  let bias = 72;
  let index = 0;
  for (let at = end; at < input.length;) {
    const start = index;
    let weight = 1;
    let k = 36 - bias;
    for (;;) {
      // a to z are 0 to 25, 0 to 9 are 26 to 35.
      const digit = (parseInt(input.charAt(at++), 36) + 26) % 36;
      const threshold = Math.min(Math.max(k, 1), 26);
      index += digit * weight;
      if (!(digit >= threshold)) break;
      weight *= 36 - threshold;
      k += 36;
    }
    const size = letters.length + 1;
    let delta = Math.floor((index - start) / (start ? 2 : 700));
    delta += Math.floor(delta / size);
    for (bias = 0; delta > 455; bias += 36) delta = Math.floor(delta / 35);
    bias += Math.floor((36 * delta) / (delta + 38));
    point += Math.floor(index / size);
    index %= size;
    letters.splice(index++, 0, String.fromCodePoint(point));
  }
  return letters.join('');
}
