/** `[id, input, want]`: rows T01 to T30 of what stands in somebody's post, and what a reader must see of it. */
export type HostileString = readonly [id: string, input: string, want: string];

const same = (id: string, ...inputs: string[]): HostileString[] => inputs.map((input) => [id, input, input]);
const nothing = (id: string, ...inputs: string[]): HostileString[] => inputs.map((input) => [id, input, '']);

const family = '👨\u200d👩\u200d👧\u200d👦';

/** The same in one line as in many. */
const EVERYWHERE: readonly HostileString[] = [
  ...same('T01', '<script>__pwn=1</script>'),
  ...same('T02', '<img src=x onerror=__pwn=1>'),
  ...same(
    'T03',
    '<svg/onload=__pwn=1>',
    '<math><mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=__pwn=1&gt;">',
  ),
  ...same('T04', '"><img src=x onerror=__pwn=1>'),
  // Entities are not decoded at all: the wire formats have none of their own in JSON, and XML decodes its own.
  ...same('T05', '&lt;script&gt;', '&amp;lt;b&amp;gt;', '&#x3c;b&#x3e;'),
  ...same(
    'T06',
    '</textarea><script>',
    '--><script>',
    ']]><script>',
    "{{constructor.constructor('__pwn=1')()}}",
    '${7*7}',
    '<%= 1 %>',
  ),
  ['T07', 'Bob\u2069\u202exyz', 'Bobxyz'],
  ['T08', 'Bob\u202emoc.live', 'Bobmoc.live'],
  ['T08', 'Bob\u202b', 'Bob'],
  ['T08', 'Bob\u2067', 'Bob'],
  ['T08', 'Bob\u202c\u202ex', 'Bobx'],
  ['T08', '\u061cBob\u200e\u200f\u202a\u202d\u2066\u2068', 'Bob'],
  ['T09', 'user\u202egpj.exe', 'usergpj.exe'],
  ...same('T10', 'محمد 12', 'דוד 12', 'אבי: שלום'),
  ...nothing(
    'T11',
    '\u200b'.repeat(50),
    '\u2060',
    '\ufeff',
    '\u3164',
    '\u2800',
    ' \t\u00a0\u3000 ',
    '\u115f\u1160',
  ),
  ...nothing('T11', '\u200d', '\ufe0f\ufe0f', '\u0301', '\u00ad\u034f', '\u{e0061}'),
  ['T12', 'Admin\u200b', 'Admin'],
  ['T13', `Z${'\u0335'.repeat(300)}a${'\u0316'.repeat(300)}`, `Z${'\u0335'.repeat(4)}a${'\u0316'.repeat(4)}`],
  ['T13', `a${'\u0316\u200b'.repeat(300)}`, `a${'\u0316'.repeat(4)}`],
  ...same('T14', '\ufdfd'.repeat(50), '\u{1242b}'.repeat(50)),
  ...same('T15', 'ш'.repeat(150)),
  ['T17', '\ud800', '\ufffd'],
  ['T17', 'a\udc00b', 'a\ufffdb'],
  ...same('T18', family, '👩🏻\u200d❤️\u200d💋\u200d👩🏻', '🏳️\u200d🌈', '1️⃣', '🇷🇺', '👍🏽', '❤️'),
  ['T19', 'a\0b\bc\x1b[31md\x7f', 'abc[31md'],
  ...same('T20', '__proto__', 'constructor', 'hasOwnProperty', 'then', 'toString'),
  ...same('T21', 'null', 'undefined', 'NaN', 'true', '0', '-0', '1e309'),
  ...nothing('T22', '', '\n', '\r\n\r\n', '\n'.repeat(10_000)),
  ...same('T25', '[click](javascript:__pwn=1)', '![x](https://evil.test/beacon)'),
  ...same('T26', '%c styled', '%s%s%s', '\\n[ERROR] fake'),
  ...same('T27', 'İ', 'ı', 'ß', 'Ⱥ'),
  ['T29', 'Bob\u{e0061}\u{e0062}\u{e007f}', 'Bob'],
  ['T29', 'Bo\ufe0f\ufe0fb\u00ad', 'Bob'],
  ['T29', '❤\ufe0f\ufe0f\ufe0f', '❤\ufe0f'],
  ...same('T30', 'می\u200cخواهم', 'क्\u200dष', 'ශ්\u200dරී', 'Ещё'),
  ['T30', 'Bo\u200cb\u200d', 'Bob'],
  ['T30', '中\u200d文\u{e0100}', '中文'],
  ['T30', 'Cafe\u0301', 'Café'],
  ['T30', '\u212bngström', 'Ångström'],
];

/** In a name, a title, a label: one line. */
export const HOSTILE_NAMES: readonly HostileString[] = [
  ...EVERYWHERE,
  ['T19', 'a\u0085b\u2028c\u2029d', 'a b c d'],
  ['T22', 'Bob\n\n\nSmith', 'Bob Smith'],
  ['T22', '  Bob \t\u00a0 Smith ', 'Bob Smith'],
  ['T23', 'a\r\nb\rc\vd', 'a b c d'],
  ['T24', '@user@host.test #tag', '@user@host.test #tag'],
];

/** In a text: many lines. */
export const HOSTILE_TEXTS: readonly HostileString[] = [
  ...EVERYWHERE,
  ['T19', 'a\u0085b\u2028c\u2029d', 'a\nb\nc\nd'],
  ['T22', `a${'\n'.repeat(10_000)}b`, 'a\n\n\nb'],
  ['T22', `a${' \n\t\u200b'.repeat(10_000)}b`, 'a\n\n\n b'],
  ...same('T22', 'a\n\n\nb', 'roses\n  violets'),
  ['T23', '\r\na\r\nb\rc\u2028d  \ne ', 'a\nb\nc\nd\ne'],
  ...same('T28', '😀'.repeat(10_000)),
];
