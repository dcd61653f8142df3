/** A joiner is kept between two letters of a script that joins them, Arabic to Burmese. */
const IN_SCRIPT = '[\\u0620-\\u109f][\\u200c\\u200d](?!\\p{M})(?=[\\u0620-\\u109f])';

/** Likewise what makes one emoji of several characters. */
const EMOJI = '[^\\P{Emoji}\\d#*]';
const IN_EMOJI = `${EMOJI}(?:\\ufe0f|\\ufe0f?\\u200d(?=${EMOJI}))|\\ufe0f(?=\\u20e3)`;

/** Controls, bidi controls, zero widths, fillers, tags: nothing of it is seen, much of it deceives. */
const INVISIBLE = new RegExp(`[\\p{Cc}\\p{DI}\\ufff9-\\ufffb](?<!\\n|${IN_SCRIPT}|${IN_EMOJI})`, 'gu');

/** Four marks on a letter are as many as any living script writes; more are there to climb over the neighbours. */
const TOO_MANY_MARKS = /(\p{M}{4})[\p{M}\u200c\u200d]+/gu;

/** Letters and punctuation, Latin to Hangul, that stay as they are beside any other of them. */
const LETTERS =
  '\\x21-\\x7e\\xa1-\\xac\\xae-\\u02ff\\u0388-\\u0482\\u048a-\\u052f\\u05d0-\\u05f4\\u061d-\\u064a\\u2010-\\u2027\\u2030-\\u205e' +
  '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fe\\u4e00-\\u9fff\\uac00-\\ud7a3';
/** With most emoji. */
const WORD = `[${LETTERS}\\u{1f000}-\\u{1fbff}]+`;

/** Most texts: nothing to clean, but for line breaks where one line is wanted. */
const CLEAN = new RegExp(`^${WORD}(?:(?: |\\n{1,3})${WORD})*$`, 'u');

/** Each character is a grapheme. */
const SIMPLE = new RegExp(`^[ \\n${LETTERS}]*$`);

/** So long a piece is segmented at a time: on a long text `Intl.Segmenter` may take quadratic time. */
const PIECE = 60;

/**
 * One line, for names, titles and labels: NFC, no control or invisible characters, at most four marks on a
 * letter, white space collapsed.
 * @returns '' when nothing is left that can be seen
 */
export function cleanName(value: string): string {
  return CLEAN.test(value) && !value.includes('\n') ? value : trim(strip(value).replace(/\s+/g, ' '));
}

/**
 * Many lines: as {@link cleanName}, but `\n` and spaces inside a line stay. More than two blank lines in a row
 * become two.
 * @returns '' when nothing is left that can be seen
 */
export function cleanText(value: string): string {
  if (CLEAN.test(value)) return value;
  const lines = strip(value).split('\n');
  return trim(
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
  // One more: the last could go on in it.
  if (SIMPLE.test(text.slice(0, graphemes + 1))) return wholeWords(text.slice(0, graphemes));
  let end = 0;
  let count = 0;
  while (end < text.length) {
    const pieces = split(text.slice(end, end + PIECE));
    // The last one may go on behind the slice.
    if (end + PIECE < text.length && pieces.length > 1) pieces.pop();
    for (const piece of pieces) {
      if (++count > graphemes) return wholeWords(text.slice(0, end));
      end += piece.length;
    }
  }
  return text;
}

/** Without the last word, which may be cut. */
const wholeWords = (text: string): string => text.replace(/\s\S{0,30}$/, '').trimEnd();

function strip(value: string): string {
  let text = value
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, '\n')
    .replace(/[\t\u2800]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd');
  // Until nothing changes: what one step takes away may bring together what another one looks for.
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(INVISIBLE, '').replace(TOO_MANY_MARKS, '$1').normalize();
  }
  return text;
}

function trim(value: string): string {
  return /[^\s\p{M}]/u.test(value) ? value.trim() : '';
}

/** Graphemes, or code points in browsers that know no graphemes. */
function split(text: string): string[] {
  if (!('Segmenter' in Intl)) return Array.from(text);
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}
