import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from '../../../src/http/errors.js';
import { HOSTILE_VALUES } from '../../helpers/hostile-events.js';
import { HOSTILE_NAMES, HOSTILE_TEXTS } from '../../helpers/hostile-strings.js';
import { HOSTILE_URLS } from '../../helpers/hostile-urls.js';
import { pageFaults } from '../../helpers/model-shape.js';
import { photoOf, readAnswer, streamOf } from './piictu-answers.js';

/** Puts one raw photo, as JSON, between two good ones, which must both stay, and gives what became of it. */
function between(json: string) {
  const photos = [photoOf('before', 9), 'HOSTILE', photoOf('after', 1)];
  const page = readAnswer(JSON.stringify(streamOf(photos)).replace('"HOSTILE"', () => json));
  expect(pageFaults(page)).toEqual([]);
  const ids = page.events.map(({ id }) => id);
  expect([ids[0], ids.at(-1)]).toEqual(['before', 'after']);
  expect(page).toMatchObject({ newest: '9', skip: 'max_seq=1' });
  return { events: page.events.slice(1, -1), warnings: page.warnings };
}

const AT = 'stream.photos[1].photo';

describe('ids', () => {
  it('are exact at any length, as numbers and as strings (J01, J04)', () => {
    for (const id of ['11700940109513191366', '"11700940109513191366"']) {
      expect(between(`{"id":${id}}`).events[0]?.id).toBe('11700940109513191366');
    }
  });

  it('that were there already are the same photo, and the first stays (J05)', () => {
    const { events, warnings } = between('{"id":"before","caption":"again"}');
    expect([events, warnings]).toEqual([[], [{ path: `${AT}.id`, code: 'duplicate' }]]);
  });

  it.each(['{}', '{"id":null}', '{"id":""}', '{"id":{}}', '{"id":[]}', '{"id":true}', '{"id":1e400}'])(
    'that are none cost only their own photo: %s (J06)',
    (json) => {
      expect(between(json)).toEqual({ events: [], warnings: [{ path: `${AT}.id`, code: 'bad-id' }] });
    },
  );
});

describe('values of a wrong type', () => {
  it.each(['1', '"x"', 'true', '[]', '[[]]'])('in place of a photo cost no other one: %s (J18)', (json) => {
    expect(between(json).events).toEqual([]);
  });

  it.each(['{"_$litType$":1,"strings":["<b>"],"values":[]}', '{"toString":null}', '["a"]', 'false'])(
    'leave out the caption and nothing else: %s (J07 to J12)',
    (caption) => {
      const { events, warnings } = between(`{"id":"x","caption":${caption},"from":{"id":7}}`);
      expect(events).toEqual([expect.objectContaining({ id: 'x', text: undefined, authorCount: 1 })]);
      expect(warnings).toEqual([{ path: `${AT}.caption`, code: 'bad-type' }]);
    },
  );

  it('cannot reach a prototype (J13)', () => {
    const json = '{"id":"x","__proto__":{"caption":"C","isAdmin":true}}';
    expect(between(json).events[0]?.text).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it('everywhere still leave the photo (J38)', () => {
    for (const value of HOSTILE_VALUES) {
      const names = ['caption', 'created_at', 'seq', 'stream_id', 'from', 'thumbnail', 'url'];
      const fields = names.map((name) => `"${name}":${value}`);
      expect(between(`{"id":"x",${fields.join()}}`).events).toHaveLength(1);
    }
  });

  it('everywhere in the stream still leave its photos', () => {
    const names = [
      'created_at',
      'seq',
      'updated_at',
      'id',
      'locked',
      'original_photo',
      'from',
      'current_page',
    ];
    const counts = ['results_per_page', 'total_entries', 'total_pages'];
    for (const value of HOSTILE_VALUES) {
      const fields = [...names, ...counts].map((name) => `"${name}":${value}`);
      const page = readAnswer(`{"stream":{${fields.join()},"photos":[{"photo":{"id":"x"}}]}}`);
      expect(pageFaults(page)).toEqual([]);
      expect(page.events).toHaveLength(1);
    }
  });
});

describe('words and addresses', () => {
  it('are cleaned in captions and names', () => {
    for (const [, text, want] of HOSTILE_TEXTS) {
      expect(readAnswer(streamOf([{ id: 'x', caption: text }])).events[0]?.text ?? '').toBe(want);
    }
    for (const [, name, want] of HOSTILE_NAMES) {
      const [event] = readAnswer(streamOf([{ id: 'x', from: { id: 1, fullname: name } }])).events;
      expect(event?.authors[0]?.name ?? '').toBe(want);
    }
  });

  it('are loaded only where they are safe', () => {
    for (const { input, media } of HOSTILE_URLS) {
      const photo = { id: 'x', url: input, from: { id: 1, avatar_url: input } };
      const [event] = readAnswer(streamOf([photo])).events;
      const [image] = event?.attachments ?? [];
      expect(image?.kind === 'image' ? image.src : undefined).toBe(media);
      expect(event?.authors[0]?.avatar).toBe(media);
    }
  });
});

describe('more than anyone reads', () => {
  it('of photos is cut, and the next page goes on from the last one kept (J17)', () => {
    const photos = Array.from({ length: 5_000 }, (_, index) => photoOf(`p${index}`, 9_000 - index));
    const page = readAnswer(streamOf(photos));
    expect(page.events).toHaveLength(200);
    expect(page.skip).toBe('max_seq=8801');
    expect(page.warnings).toEqual([{ path: 'stream.photos', code: 'too-many' }]);
  });

  it('of nested arrays does not overflow (J15)', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(() => readAnswer(deep)).toThrow('no events');
    expect(between(deep).events).toEqual([]);
    expect(between(`{"id":"x","caption":${deep}}`).events).toHaveLength(1);
  });
});

describe('any answer at all', () => {
  const names =
    'stream photos photo original_photo from id seq stream_id caption created_at updated_at locked username ' +
    'fullname avatar_url thumbnail url current_page results_per_page total_entries total_pages error';
  const { record } = fc.letrec<{ value: unknown; record: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(null, '', 0, 1, -1, '7', true, 1e21, [], {}, 'http://a.example/b.jpg'),
      fc.string(),
      tie('record'),
      fc.array(tie('record'), { maxLength: 3 }),
    ),
    record: fc.dictionary(fc.constantFrom(...names.split(' ')), tie('value'), { maxKeys: 12 }),
  }));
  const answer = fc.oneof(
    record,
    fc.record({ stream: record }),
    fc.array(fc.record({ photo: record }), { maxLength: 4 }).map((photos) => ({ stream: { photos } })),
  );

  it('becomes a page that holds to the model, or a FeedError', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom('', 'max_seq=7', 'page=2', 'since_seq=1'), (raw, place) => {
        try {
          expect(pageFaults(readAnswer(raw, 200, place))).toEqual([]);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
