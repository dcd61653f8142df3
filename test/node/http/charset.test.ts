import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/http/body-text.js';
import { FormatError, TooLargeError } from '../../../src/http/errors.js';
import { readMailruAnswer } from '../../../src/sources/mailru/mailru-answer.js';

const bytesOf = (latin: string) => Uint8Array.from(latin, (char) => char.charCodeAt(0));

/** Привет */
const CP1251 = '\xcf\xf0\xe8\xe2\xe5\xf2';
const UTF8 = '\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82';
const CP1251_XML = '<?xml version="1.0" encoding="windows-1251"?>';

function read(latin: string, contentType?: string): Promise<string> {
  const response = new Response(bytesOf(latin), {
    headers: contentType ? { 'content-type': contentType } : {},
  });
  return readText(response);
}

describe('the text of an answer', () => {
  it.each([
    ['nothing that says so', UTF8, undefined, 'Привет'],
    ['a type without charset', UTF8, 'text/javascript', 'Привет'],
    ['a charset in the type', CP1251, 'text/javascript; charset=windows-1251', 'Привет'],
    ['a quoted charset', CP1251, 'text/xml; charset="Windows-1251"', 'Привет'],
    ['an unknown charset', UTF8, 'text/xml; charset=klingon', 'Привет'],
    ['a byte order mark', `\xef\xbb\xbf${UTF8}`, undefined, 'Привет'],
    ['an XML declaration', `${CP1251_XML}${CP1251}`, 'text/xml', `${CP1251_XML}Привет`],
    [
      'a type that the XML declaration denies',
      `${CP1251_XML}${UTF8}`,
      'a/b; charset=utf-8',
      `${CP1251_XML}Привет`,
    ],
    ['a charset of two bytes a letter (X29)', '\x1f\x04@\x04', 'text/xml; charset=utf-16le', 'Пр'],
    ['UTF-8 though it has half a character (X14)', 'a\xed\xa0\x80', undefined, 'a\ufffd\ufffd\ufffd'],
    ['no body at all', '', undefined, ''],
  ])('is read by %s', async (_name, latin, contentType, text) => {
    expect(await read(latin, contentType)).toBe(text);
  });

  it('is no feed where nothing tells that it has two bytes a letter (X29)', async () => {
    const text = await read('\xff\xfe[\0]\0');
    expect(() => readMailruAnswer({ status: 200, headers: new Headers(), text })).toThrow(FormatError);
  });

  it('is empty where a status has no body', async () => {
    expect(await readText(new Response(null, { status: 204 }))).toBe('');
  });

  it('is the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 5 }),
        async (text, step) => {
          const bytes = new TextEncoder().encode(text);
          const stream = new ReadableStream<Uint8Array>({
            start(controller) {
              for (let i = 0; i < bytes.length; i += step) controller.enqueue(bytes.subarray(i, i + step));
              controller.close();
            },
          });
          expect(await readText(new Response(stream))).toBe(text.replace(/^\ufeff/, ''));
        },
      ),
    );
  });

  it('may have as many bytes as the cap, and not one more', async () => {
    const cap = 2 * 1024 * 1024;
    expect(await read('x'.repeat(cap))).toHaveLength(cap);
    await expect(read('x'.repeat(cap + 1))).rejects.toThrow(TooLargeError);
  });
});
