import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../../src/http/errors.js';
import { HOSTILE_VALUES } from '../../helpers/hostile-events.js';
import { pageFaults } from '../../helpers/model-shape.js';
import { readAnswer, readBetween } from './getstream-answers.js';

const between = (json: string) => {
  const page = readBetween(json);
  expect(pageFaults(page)).toEqual([]);
  return page;
};

const FIELDS =
  'actor verb object target time to origin foreign_id message text content title description attachments image link ' +
  'url reaction_counts own_reactions latest_reactions activities activity_count actor_count group updated_at is_read ' +
  'is_seen custom ref isGroup';

/** The value in each field by itself, in the fields of each part, and everywhere at once: as JSON. */
function withValue(value: string): string[] {
  const all = (...names: string[]) => names.map((name) => `"${name}":${value}`).join();
  const fields = FIELDS.split(' ');
  const data = `"data":{${all('name', 'full_name', 'profileImage', 'url', 'title', 'text')}}`;
  const image = `{${all('url', 'image', 'alt')}}`;
  const og = `{${all('url', 'title', 'description', 'images', 'videos', 'image')}}`;
  const bodies = [
    ...fields.map((field) => all(field)),
    all(...fields),
    `"actor":{"id":"a",${data}},"object":{"id":"o",${data}},"target":{"id":${value},${data}}`,
    `"actor":{"id":${value},"data":${value},"error":${value}},"object":{${all('id', 'said', 'message')}}`,
    `"attachments":{${all('images', 'og', 'files')}}`,
    `"attachments":{"images":[${value},${image}],"og":${og},"files":[${value},{${all('url', 'name', 'mimeType')}}]}`,
    `"attachments":{"og":{"url":"https://a.example/","images":[${value}],"videos":[{${all('video', 'url')}}]}}`,
    `"reaction_counts":{${all('like', 'comment')}},"own_reactions":{${all('like')}},"latest_reactions":{${all('like', 'comment')}}`,
    `"own_reactions":{"like":[${value},{"id":${value}}]},"latest_reactions":{"like":[{${all('user', 'user_id')}}],` +
      `"comment":[{"id":"c",${all('user', 'user_id', 'data', 'created_at')}},{"id":${value}}]}`,
    `"activities":[${value},{"id":${value}},{"id":"m",${all(...fields)}}],"activity_count":${value}`,
  ];
  return bodies.map((body, index) => `{"id":"x${index}",${body}}`);
}

describe('a hostile value', () => {
  it.each(HOSTILE_VALUES)('in any field leaves the event and its neighbours: %.40s', (value) => {
    for (const json of withValue(value)) {
      // A group may be renamed by it, but not lost.
      expect(between(json).events).toHaveLength(1);
    }
  });

  it.each(['null', '1', '"x"', '[]', '{}', 'true', '{"id":{}}', '{"id":[]}', '{"id":true}', '{"id":1e400}'])(
    'in place of an event costs no other one: %s',
    (json) => {
      expect(between(json).events).toEqual([]);
    },
  );

  it.each(HOSTILE_VALUES)('in the fields of the answer leaves its events: %.40s', (value) => {
    const page = readAnswer(`{"results":[{"id":"x"}],"next":${value},"unread":${value},"unseen":${value}}`);
    expect(pageFaults(page)).toEqual([]);
    expect(page.events).toHaveLength(1);
  });
});

describe('ids', () => {
  it('are exact at any length, as numbers and as strings', () => {
    const { events } = between('{"id":11700940109513191366,"actor":11700940109513191367}');
    expect(events[0]).toMatchObject({
      id: '11700940109513191366',
      authors: [{ id: '11700940109513191367' }],
    });
  });

  it('are one id whether number or string, and the first event stays', () => {
    const { events, warnings } = between('{"id":7,"title":"first"},{"id":"7","title":"second"}');
    expect(events).toEqual([expect.objectContaining({ id: '7', title: 'first' })]);
    expect(warnings).toEqual([{ path: 'results[2].id', code: 'duplicate' }]);
  });
});

describe('a prototype', () => {
  it('is out of reach', () => {
    const json = '{"id":"x","__proto__":{"title":"T","isAdmin":true},"constructor":{"prototype":{"x":1}}}';
    expect(between(json).events[0]?.title).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});

describe('more than anyone reads', () => {
  it('of nested arrays does not overflow', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const field of ['object', 'actor', 'activities', 'mood']) {
      expect(between(`{"id":"x","${field}":${deep}}`).events).toHaveLength(1);
    }
    expect(between(`{"id":"x","attachments":{"images":${deep}}}`).events).toHaveLength(1);
  });

  it('of activities, likes and comments is cut, and counted as the answer counts', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      id: `m${index}`,
      user_id: `u${index}`,
      actor: `a${index}`,
    }));
    const group = JSON.stringify({ id: 'x', activities: many, activity_count: 5_000, actor_count: 900 });
    const liked = JSON.stringify({
      id: 'y',
      latest_reactions: { like: many, comment: many },
      reaction_counts: { like: 1e6 },
    });
    const { events, warnings } = between(`${group},${liked}`);
    expect(events[0]).toMatchObject({ subeventCount: 5_000, authorCount: 900 });
    expect(events[0]?.subevents).toHaveLength(200);
    expect(events[1]?.thread).toMatchObject({ likeCount: 1e6, commentCount: 200 });
    expect(warnings.map(({ code }) => code)).toEqual(['too-many', 'too-many', 'too-many']);
  });
});

describe('any answer at all', () => {
  const names =
    `${FIELDS} id results next unread unseen data name full_name profileImage images og files videos image video ` +
    'mimeType like comment user user_id created_at kind error reference said code exception detail';
  const { answer } = fc.letrec<{ value: unknown; answer: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(
        null,
        '',
        0,
        1,
        -1,
        7,
        'x',
        true,
        1e21,
        [],
        {},
        'https://a.example/b.mp3',
        'a b',
      ),
      fc.constantFrom<unknown>('SU:x', 'SO:a:b', '2018-11-14T15:54:45.268000', '/x/?id_lt=a', 'audio/mpeg'),
      fc.string(),
      tie('answer'),
      fc.array(tie('answer'), { maxLength: 3 }),
    ),
    answer: fc.dictionary(fc.constantFrom(...names.split(/\s+/)), tie('value'), { maxKeys: 12 }),
  }));
  const withId = answer.map((raw) => ({ id: 'x', ...(raw as object) }));
  const page = fc.record({
    results: fc.array(fc.oneof(withId, answer), { maxLength: 4 }),
    next: fc.string(),
  });

  it('becomes a page that holds to the model, or a FeedError', () => {
    let events = 0;
    fc.assert(
      fc.property(fc.oneof(page, page, answer, fc.jsonValue()), (raw) => {
        try {
          const read = readAnswer(raw);
          events += read.events.length;
          expect(pageFaults(read)).toEqual([]);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
    // It is not errors alone that were tested.
    expect(events).toBeGreaterThan(50);
  });
});
