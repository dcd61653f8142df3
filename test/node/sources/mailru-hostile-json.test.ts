import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../../src/http/errors.js';
import { pageFaults } from '../../helpers/model-shape.js';
import { good, readAnswer, readBetween } from '../../helpers/mailru-answers.js';

const between = (json: string) => {
  const page = readAnswer(`[${JSON.stringify(good('before'))},${json},${JSON.stringify(good('after'))}]`);
  expect(pageFaults(page)).toEqual([]);
  const ids = page.events.map(({ id }) => id);
  expect([ids[0], ids.at(-1)]).toEqual(['before', 'after']);
  return { events: page.events.slice(1, -1), warnings: page.warnings };
};

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ uid: String(index + 1) }));

describe('ids', () => {
  it('are exact at any length, as numbers and as strings (J01, J04)', () => {
    const { events } = between('{"id":11700940109513191366},{"id":"11700940109513191367"}');
    expect(events.map(({ id }) => id)).toEqual(['11700940109513191366', '11700940109513191367']);
  });

  it('are exact wherever they are numbers, and nothing is lost for them (J04)', () => {
    const long = '11700940109513191366';
    const other = '11700940109513191367';
    const event =
      `{"id":"x","thread_id":${long},"authors":[{"uid":${long}},{"uid":${other}}],"likes":{"uid":${other}},` +
      `"comments":[{"id":${long},"author":{"uid":${other}}}],"generator":{"app_id":${long}},"title":${other},` +
      `"attachments":[{"object":"audio","mid":${long},"title":${long}}],"subevent":{"id":${other}},"time":1e400}`;
    const { events, warnings } = between(event);
    expect(events).toMatchObject([
      {
        authors: [{ id: long }, { id: other }],
        title: other,
        attachments: [{ id: long, title: long }],
        subevents: [{ id: other }],
        thread: { id: long, likes: [{ id: other }], comments: [{ id: long, author: { id: other } }] },
        generator: { id: long },
      },
    ]);
    expect(warnings).toEqual([{ path: '[1].time', code: 'bad-time' }]);
  });

  it('tell people apart whose numbers are the same as a double (J04)', () => {
    const { events } = between(
      '{"id":"a","authors":{"uid":1,"nick":9007199254740992}},{"id":"b","authors":{"uid":1,"nick":9007199254740993}}',
    );
    const names = events.map(({ authors }) => authors[0]?.name);
    expect(names).toEqual(['9007199254740992', '9007199254740993']);
  });

  it('are one id whether number or string, and the first event stays (J05)', () => {
    const { events, warnings } = between('{"id":7,"title":"first"},{"id":"7","title":"second"}');
    expect(events).toEqual([expect.objectContaining({ id: '7', title: 'first' })]);
    expect(warnings).toEqual([{ path: '[2].id', code: 'duplicate' }]);
  });

  it.each(['{}', '{"id":null}', '{"id":""}', '{"id":{}}', '{"id":[]}', '{"id":true}', '{"id":1e400}'])(
    'that are none cost only their own event: %s (J06)',
    (json) => {
      expect(between(json)).toEqual({ events: [], warnings: [{ path: '[1].id', code: 'bad-id' }] });
    },
  );
});

describe('values of a wrong type', () => {
  it.each([
    '{"_$litType$":1,"strings":["<img src=x onerror=__pwn=1>"],"values":[]}',
    '{"_$litType$":{"h":["<img>"],"parts":[]},"values":[]}',
    '{"_$litDirective$":"x","values":[]}',
    '{"nodeType":1}',
    '{"toString":null,"valueOf":null}',
    '["a",["b"]]',
    'false',
  ])('leave out the title and nothing else: %s (J07 to J12)', (title) => {
    const { events, warnings } = between(`{"id":"x","title":${title},"user_text":"stays"}`);
    expect(events).toEqual([expect.objectContaining({ id: 'x', text: 'stays' })]);
    expect(events[0]?.title).toBeUndefined();
    expect(warnings).toEqual([{ path: '[1].title', code: 'bad-type' }]);
  });

  it('still show a number as text (J12)', () => {
    expect(between('{"id":"x","title":0}').events[0]?.title).toBe('0');
  });

  it('cannot reach a prototype (J13)', () => {
    const json = '{"id":"x","__proto__":{"title":"T","isAdmin":true},"constructor":{"prototype":{"x":1}}}';
    expect(between(json).events[0]?.title).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it('given twice are taken the last time (J14)', () => {
    expect(between('{"id":"x","title":"a","title":"b"}').events[0]?.title).toBe('b');
  });

  it.each(['null', '1', '"x"', '[]', '{}'])('in place of an event cost no other one: %s (J18)', (json) => {
    expect(between(json).events).toEqual([]);
  });

  it.each(['-1', '1e21', '"abc"', 'null', '{}'])('are no count of likes: %s (J20)', (count) => {
    const { events } = between(`{"id":"x","thread_id":"t","likes":[{"uid":1}],"likes_count":${count}}`);
    expect(events[0]?.thread?.likeCount).toBe(1);
  });

  it.each(['"0"', '0', '"false"', 'false', 'null', '{}'])('are no like of the reader: %s (J21)', (flag) => {
    expect(between(`{"id":"x","thread_id":"t","is_liked_by_me":${flag}}`).events[0]?.thread?.liked).toBe(
      false,
    );
  });

  it.each(['0', '-1', '8640000000000001', '"0000-00-00"', 'null', '9999999999999999', '"soon"', '[]'])(
    'are no time: %s (J22)',
    (time) => {
      expect(between(`{"id":"x","time":${time}}`).events[0]).toMatchObject({ time: undefined });
    },
  );

  it.each(['1332408768', '1332408768000', '"1332408768"', '"2012-03-22 09:32:48"'])(
    'are one time: %s',
    (time) => {
      expect(between(`{"id":"x","time":${time}}`).events[0]?.time).toEqual(new Date('2012-03-22T09:32:48Z'));
    },
  );

  it.each(['"0"', '-5', '1e9', '"abc"', 'null'])('are no size of a picture: %s (J25)', (width) => {
    const image = `{"object":"image","src":"https://img.example/a.png","width":${width},"height":90}`;
    expect(between(`{"id":"x","attachments":[${image}]}`).events[0]?.attachments).toEqual([
      { kind: 'image', src: 'https://img.example/a.png' },
    ]);
  });

  it('leave out one attachment and keep the others (J26)', () => {
    const link = '{"object":"link","url":"https://a.example/"}';
    const { events } = between(`{"id":"x","attachments":[{},"a",7,null,${link}]}`);
    expect(events[0]?.attachments).toEqual([{ kind: 'link', url: 'https://a.example/' }]);
  });

  it('everywhere still leave the event (J38)', () => {
    const names =
      'type subtype time authors author title user_text text description attachments text_media comment ' +
      'subevent thread_id likes comments likes_count action_links generator click_url';
    for (const value of ['null', '{}', '[]', '7', '"x"', 'true', '[null]', '[[]]', '{"nodeType":1}']) {
      const fields = names.split(' ').map((name) => `"${name}":${value}`);
      expect(between(`{"id":"x",${fields.join()}}`).events).toHaveLength(1);
    }
  });
});

describe('kinds that nobody knows', () => {
  it('are shown as plain events and attachments (J24)', () => {
    const raw = { id: 'x', type: '9-99', subtype: 'poke', attachments: [{ object: 'hologram', title: 'H' }] };
    expect(readBetween(raw).event).toMatchObject({
      kind: 'event',
      type: '9-99',
      attachments: [{ kind: 'unknown', type: 'hologram', title: 'H' }],
    });
  });
});

describe('more than anyone reads', () => {
  it('of subevents ends at the fourth level, counting the event itself (J16)', () => {
    const nest = (level: number): object =>
      level > 50 ? {} : { id: `s${level}`, subtype: 'like', subevent: nest(level + 1) };
    const { event, warnings } = readBetween(nest(1));
    expect(event?.subevents[0]?.subevents[0]?.subevents[0]).toMatchObject({ id: 's4', subevents: [] });
    expect(warnings).toEqual([
      { path: '[1].subevent[0].subevent[0].subevent[0].subevent', code: 'too-deep' },
    ]);
  });

  it('of nested arrays does not overflow (J15)', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(() => readAnswer(deep)).toThrow('no events');
    expect(between(deep).events).toEqual([]);
    expect(between(`{"id":"x","title":${deep}}`).events).toHaveLength(1);
  });

  it('of events is cut, and the next page goes on from the last one kept (J17)', () => {
    const page = readAnswer(Array.from({ length: 50_000 }, (_, index) => good(`e${index}`)));
    expect(page.events).toHaveLength(200);
    expect(page.skip).toBe('e199');
    expect(page.warnings).toEqual([{ path: '', code: 'too-many' }]);
  });

  it('of authors, likes and comments is cut, and the authors are counted (J19)', () => {
    const comments = people(1_000).map(({ uid }) => ({ id: `c${uid}`, text: 'Hi' }));
    const raw = {
      id: 'x',
      thread_id: 't',
      authors: people(1_000),
      likes: people(1_000),
      comments,
      likes_count: 1e6,
    };
    const { event, warnings } = readBetween(raw);
    expect(event).toMatchObject({ authorCount: 1_000, thread: { likeCount: 1e6, commentCount: 200 } });
    expect(event?.authors).toHaveLength(200);
    expect(warnings.map(({ code }) => code)).toEqual(['too-many', 'too-many', 'too-many']);
  });

  it('of attachments and action links is cut (J27)', () => {
    const links = Array.from({ length: 500 }, (_, index) => ({ href: `https://a.example/${index}` }));
    const media = links.map(({ href }) => ({ object: 'link', url: href }));
    const raw = { id: 'x', action_links: links, text_media: media.slice(0, 30), attachments: media };
    const { event } = readBetween(raw);
    expect(event?.actionLinks).toHaveLength(200);
    expect(event?.attachments).toHaveLength(50);
  });
});

describe('missing authors', () => {
  it.each(['[]', 'null', '""', '[{}]', '"Bob"'])('leave nobody, and the event: %s (J19)', (authors) => {
    expect(between(`{"id":"x","authors":${authors}}`).events[0]).toMatchObject({
      authors: [],
      authorCount: 0,
    });
  });
});

describe('any answer at all', () => {
  const names =
    'id subtype type type_name time authors author title user_text text description attachments text_media ' +
    'comment subevent thread_id likes comments likes_count comments_count is_liked_by_me action_links generator ' +
    'click_url object content url href src resized_src width height player new uid nick first_name birthday ' +
    'location city name link pic sex has_pic mid duration is_deleted error error_code';
  const { event } = fc.letrec<{ value: unknown; event: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(null, '', 0, 1, -1, '7', 'x', true, 1e21, [], {}, 'https://a.example/b.mp3'),
      fc.constantFrom<unknown>('link', 'image', 'video', 'audio', 'user', 'like', 'comment', '14.03.1975'),
      fc.string(),
      tie('event'),
      fc.array(tie('event'), { maxLength: 3 }),
    ),
    event: fc.dictionary(fc.constantFrom(...names.split(' ')), tie('value'), { maxKeys: 12 }),
  }));

  it('becomes a page that holds to the model, or a FeedError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(event, { maxLength: 4 }), event), (raw) => {
        try {
          expect(pageFaults(readAnswer(raw))).toEqual([]);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the end of the feed', () => {
  it('is an empty answer and no short one (J28)', () => {
    expect(readAnswer('[]')).toEqual({ events: [], warnings: [] });
    expect(readAnswer([good('a')]).skip).toBe('a');
  });

  it('is found behind events that were left out', () => {
    expect(readAnswer([good('a'), null, { id: 'b' }, { title: 'no id' }]).skip).toBe('b');
  });
});
