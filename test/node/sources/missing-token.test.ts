import { expect, it } from 'vitest';
import { getstreamFromAttributes } from '../../../src/sources/getstream/getstream.js';
import { mailruFromAttributes } from '../../../src/sources/mailru/mailru.js';
import { piictuFromAttributes } from '../../../src/sources/piictu/piictu.js';

const endpoint = 'https://api.example/';

it.each([
  ['mail.ru', () => mailruFromAttributes({ endpoint, appId: '1' })],
  ['getstream', () => getstreamFromAttributes({ apiKey: 'key', feed: 'timeline:vera' })],
  ['piictu', () => piictuFromAttributes({ endpoint, streamId: '4da3' })],
])('without a token %s says what is missing as it is called in HTML and in code', (_, make) => {
  expect(make).toThrow('"token-url" must be given, or "token".');
});
