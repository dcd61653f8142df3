import { decodePunycode } from './punycode.js';

/** Labels written in one of these scripts alone can be read; a mixture of them is how names are forged. */
const ONE_SCRIPT = new RegExp(
  `^(?:[\\w-]+|[a-z\\d\\xdf-\\u0130\\u0132-\\u0137\\u0139-\\u017f-]+|${(
    'Cyrl Grek Armn Geor Hebr Arab Thai Deva Beng Taml Telu Knda Mlym Gujr Guru Sinh Khmr Laoo ' +
    'Hani+Hira+Kana Hani+Hang Hani+Bopo'
  )
    .split(' ')
    .map((scripts) => `[\\p{sc=${scripts.replaceAll('+', '}\\p{sc=')}}\\u30fc\\d-]+`)
    .join('|')})$`,
  'u',
);

/** A label of nothing but Cyrillic, Greek or Armenian letters that look Latin: `аррӏе`. */
const LOOKS_LATIN =
  /^[\u03b1\u03b2\u03b3\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03c9\u0430\u0433\u0435\u043a\u043e\u043f\u0440\u0441\u0443\u0445\u044a\u044c\u0455\u0456\u0458\u0461\u0475\u04af\u04bb\u04bd\u04cf\u0501\u051b\u051d\u0566\u0570\u0575\u0578\u057c\u057d\u0581\u0584\u0585\d-]+$/u;

/**
 * The hostname as a reader knows it, where that cannot be mistaken for another; else in punycode.
 * Latin letters beyond ASCII count as Latin only as far as U+017F: later ones are look-alikes.
 */
export function readableHost(hostname: string): string {
  if (!/(?:^|\.)xn--/.test(hostname)) return hostname;
  const labels = hostname
    .split('.')
    .map((label) => (label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label));
  const inAscii = /(?:^|\.)[a-z]+$/.test(hostname);
  const plain = labels.every(
    (label) => label !== undefined && ONE_SCRIPT.test(label) && !(inAscii && isForged(label)),
  );
  const shown = labels.join('.');
  try {
    return plain && new URL(`https://${shown}`).hostname === hostname ? shown : hostname;
  } catch {
    return hostname;
  }
}

function isForged(label: string): boolean {
  return /[^\w-]/.test(label) && LOOKS_LATIN.test(label);
}
