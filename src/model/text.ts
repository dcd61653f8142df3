/**
 * Whatever is not a plain letter, digit or mark of Latin, Cyrillic, Hebrew, Arabic, Chinese, Japanese or Korean.
 * Most texts hold none of it and need no more than a look at their spaces.
 */
const ODD =
  /[^\n\x20-\x7e\xa1-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u2010-\u2027\u2030-\u205e\u20ac\u2116\u3001\u3002\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]/;

/** Zero-width joiners and non-joiners, variation selectors: seen only by what they do to their neighbours. */
const JOINERS = '\\u{e0100}-\\u{e01ef}\\ufe0f\\u200c\\u200d';

/** Never needed: controls, bidi controls, zero widths, fillers, tags. */
const INVISIBLE = new RegExp(`(?:[^\\P{Cc}\\n]|(?![${JOINERS}])\\p{DI}|[\\ufff9-\\ufffb])+`, 'gu');

/** Between two marks a joiner means nothing, and hides one from the other. */
const BETWEEN_MARKS = new RegExp(`(\\p{M})[${JOINERS}]+(?=\\p{M})`, 'gu');

/** Scripts in which a joiner between two letters changes how they look. */
const JOINING = `[${'Arab Syrc Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Mong'
  .split(' ')
  .map((script) => `\\p{sc=${script}}`)
  .join('')}]`;

const EMOJI = '\\p{ExtPict}\\ufe0f?[\\u{1f3fb}-\\u{1f3ff}]?';

/** The group is a joiner where writing needs it: inside an emoji, after a Han character, between letters that join. */
const JOINER = new RegExp(
  `(${EMOJI}(?:\\u200d${EMOJI}){0,5}|[\\d#*]\\ufe0f?\\u20e3|\\p{sc=Han}[\\u{e0100}-\\u{e01ef}]|` +
    `${JOINING}[\\u200c\\u200d](?=${JOINING}))|[${JOINERS}]`,
  'gu',
);

/** Four marks on a letter are as many as any living script writes; more are there to climb over the neighbours. */
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+[\u200c\u200d]*/gu;

/**
 * One line, for names, titles and labels: NFC, no control or invisible characters, at most four marks on a
 * letter, white space collapsed.
 * @returns '' when nothing is left that can be seen
 */
export function cleanName(value: string): string {
  if (!ODD.test(value) && !/^ | $| {2}|\n/.test(value)) return value;
  return visible(strip(value).replace(/\s+/g, ' '));
}

/**
 * Many lines: as {@link cleanName}, but `\n` and spaces inside a line stay. More than two blank lines in a row
 * become two.
 * @returns '' when nothing is left that can be seen
 */
export function cleanText(value: string): string {
  if (!ODD.test(value) && !/^\s|\s$| \n|\n{4}/.test(value)) return value;
  const lines = strip(value).split('\n');
  return visible(
    lines
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{4,}/g, '\n\n\n'),
  );
}

/**
 * The beginning of a text: at most this many graphemes, to a space where one is near the end, never a part of
 * a grapheme. The text itself when it is short enough. Adds no ellipsis.
 */
export function cutText(text: string, graphemes: number): string {
  if (text.length <= graphemes) return text;
  let end = 0;
  let count = 0;
  for (const piece of pieces(text)) {
    // One "grapheme" may hold a whole book of joined letters.
    if (++count > graphemes || end + piece.length > graphemes * 16) return cutAtSpace(text, end);
    end += piece.length;
  }
  return text;
}

function strip(value: string): string {
  return value
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
    .replace(/[\t\u2800]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(INVISIBLE, '')
    .replace(TOO_MANY_MARKS, '$1') // first of all: normalize() takes quadratic time on a long run of marks
    .normalize('NFD') // so that every mark is one, and what a joiner stands between does not change afterwards
    .replace(BETWEEN_MARKS, '$1')
    .normalize()
    .replace(JOINER, '$1')
    .normalize()
    .replace(TOO_MANY_MARKS, '$1');
}

function visible(value: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(value) ? value.trim() : '';
}

/** Graphemes, or code points in browsers that know no graphemes. */
function* pieces(text: string): Generator<string> {
  if (!('Segmenter' in Intl)) return yield* text;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text))
    yield segment;
}

function cutAtSpace(text: string, end: number): string {
  const space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end));
  return text.slice(0, space > end - 40 && space > end / 2 ? space : end).trimEnd();
}
