import { describe, expect, it } from 'vitest';
import { writeMailruXml } from '../../../demo/sandbox/mailru-xml.js';
import { parseXml } from './parse-xml.js';

const write = (item: Parameters<typeof writeMailruXml>[2][number]) => {
  const xml = writeMailruXml('response_stream_get', 'event', [item]);
  expect(parseXml(xml)).toBeDefined();
  return xml.slice(xml.indexOf('<event>') + 7, xml.indexOf('</event>'));
};

describe('mail.ru’s XML', () => {
  it('flattens lists: an element for each item, none for none', () => {
    expect(write({ likes: [], authors: [{ uid: '1' }, { uid: '2' }] })).toBe(
      '<authors><uid>1</uid></authors><authors><uid>2</uid></authors>',
    );
  });

  it('keeps empty values as empty elements and leaves absent ones out', () => {
    expect(write({ title: '', time: 5, text: undefined })).toBe('<title></title><time>5</time>');
  });

  it('escapes text and drops what XML cannot hold', () => {
    expect(write({ text: 'a < b && c > d ]]> \u0000\u000b🙂\n"' })).toBe(
      '<text>a &lt; b &amp;&amp; c &gt; d ]]&gt; 🙂\n"</text>',
    );
  });

  it('has a root also for an empty feed', () => {
    const xml = writeMailruXml('response_stream_get', 'event', []);
    expect(xml).toMatch(/<response_stream_get><\/response_stream_get>$/);
  });

  it('is checked by a check that can fail', () => {
    for (const bad of ['<a>', '<a></b>', '<a>&</a>', '<a></a><b></b>', 'text', '<a b="1"></a>', '']) {
      expect(parseXml(bad)).toBeUndefined();
    }
  });
});
