import { describe, expect, it } from 'vitest';
import { createPeople } from '../../../demo/sandbox/people.js';
import { createPiictuApi } from '../../../demo/sandbox/piictu/piictu-api.js';
import {
  FRIENDS,
  HIDDEN_STREAM,
  MENTIONED_STREAM,
  OPEN_STREAM,
} from '../../../demo/sandbox/piictu/piictu-openings.js';
import type { PiictuPhoto } from '../../../demo/sandbox/piictu/piictu-records.js';
import { Random } from '../../../demo/sandbox/random.js';
import fixture from '../../fixtures/piictu-stream.json' with { type: 'json' };

const people = createPeople(new Random(1));
const now = new Date('2026-03-01T12:00:00Z');
const api = createPiictuApi({ people, now });
const photosOf = (id: string) => api.streams.find((stream) => stream.id === id)?.photos ?? [];
const photos = photosOf(OPEN_STREAM);
const seqs = photos.map(({ seq }) => seq);

type Body = typeof fixture & { error?: string };

function send(query = '', id = OPEN_STREAM, to = api, token = to.token): Promise<Response> {
  const headers = { authorization: `OAuth ${token}` };
  return to.answer(new Request(`https://sandbox.example/any/v1/streams/${id}${query}`, { headers }));
}

async function read(query = '', id = OPEN_STREAM) {
  const { stream } = (await (await send(query, id)).json()) as Body;
  return { ...stream, seqs: stream.photos.map(({ photo }) => photo.seq) };
}

const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
};

describe('an answer of the sandbox’s piictu', () => {
  it('has the seed’s shape, key by key and in its order', async () => {
    // A fullname is null or a string.
    const text = (await (await send('?rpp=1')).text()).replaceAll(/"fullname":"[^"]*"/g, '"fullname":null');
    expect(JSON.stringify(shapeOf(JSON.parse(text)))).toBe(JSON.stringify(shapeOf(fixture)));
  });

  it('begins with the ten newest photos by seq and counts the rest', async () => {
    const { seqs: shown, ...stream } = await read();
    expect(shown).toEqual(seqs.slice(0, 10));
    expect(stream).toMatchObject({
      id: OPEN_STREAM,
      locked: false,
      current_page: 1,
      results_per_page: 10,
      total_entries: photos.length,
      total_pages: Math.ceil(photos.length / 10),
      original_photo: { photo: photos.at(-1) },
    });
  });

  it('is the same for everybody, and only its times follow now', () => {
    const [stream] = createPiictuApi({ people, now: new Date('2030-01-01T00:00:00Z') }).streams;
    expect(stream?.photos.map(({ seq, caption }) => [seq, caption])).toEqual(
      photos.map(({ seq, caption }) => [seq, caption]),
    );
    expect(photos[0]?.created_at).toBe('2026-03-01T04:54:00-07:00');
  });
});

describe('the parameter', () => {
  it('page turns pages, and gives none after the last', async () => {
    expect((await read('?page=2')).seqs).toEqual(seqs.slice(10, 20));
    expect((await read('?page=99')).seqs).toEqual([]);
  });

  it('page comes in a form too, as the usage example of the seed sends it', async () => {
    const body = new FormData();
    body.set('page', '2');
    const headers = { authorization: `OAuth ${api.token}` };
    const url = `http://sandbox.example/v1/streams/${OPEN_STREAM}`;
    const response = await api.answer(new Request(url, { method: 'POST', body, headers }));
    expect(((await response.json()) as Body).stream.current_page).toBe(2);
  });

  it('rpp is how many, at most 50', async () => {
    expect((await read('?rpp=7')).seqs).toEqual(seqs.slice(0, 7));
    expect(await read('?rpp=51')).toMatchObject({ results_per_page: 50, seqs: seqs.slice(0, 50) });
  });

  it('since_seq leaves those with a greater seq', async () => {
    expect(await read(`?since_seq=${seqs[3]}`)).toMatchObject({ seqs: seqs.slice(0, 3), total_entries: 3 });
  });

  it('max_seq leaves those with a lesser seq, or that one', async () => {
    expect((await read(`?max_seq=${seqs[20]}`)).seqs).toEqual(seqs.slice(20, 30));
    expect((await read(`?max_seq=${(seqs[20] ?? 0) - 1}`)).seqs).toEqual(seqs.slice(21, 31));
  });

  it('sort_by=likes puts the most liked first', async () => {
    const likes = api.streams[0]?.likes;
    const shown = (await read('?sort_by=likes&rpp=50')).photos.map(({ photo }) => likes?.get(photo.id) ?? -1);
    expect(shown).toEqual([...shown].sort((a, b) => b - a));
    expect(new Set(shown).size).toBeGreaterThan(1);
  });

  it('sort_by=friends leaves photos of friends, newest first', async () => {
    const { photos: shown, total_entries, seqs: left } = await read('?sort_by=friends&rpp=50');
    expect(total_entries).toBeGreaterThan(20);
    expect(total_entries).toBeLessThan(photos.length);
    for (const { photo } of shown) expect(FRIENDS).toContain(photo.from.username);
    expect(left).toEqual([...left].sort((a, b) => b - a));
  });

  it.each(['page=0', 'rpp=0', 'rpp=-1', 'page=x', 'since_seq=x', 'max_seq=', 'sort_by=seq'])(
    'that is wrong is refused by name: %s',
    async (query) => {
      const response = await send(`?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: `${query.split('=')[0] ?? ''} is invalid` });
    },
  );
});

describe('a stream', () => {
  it('that is open has 120 photos or more, in falling order of time and seq, each with an id of its own', () => {
    expect(photos.length).toBeGreaterThanOrEqual(120);
    expect(new Set(photos.map(({ id }) => id)).size).toBe(photos.length);
    const isFalling = (values: readonly number[]) =>
      values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0));
    expect(isFalling(seqs)).toBe(true);
    expect(isFalling(photos.map(({ created_at }) => Date.parse(created_at)))).toBe(true);
    for (const { id, from } of photos) expect([id, from.id].join()).toMatch(/^[\da-f]{24},[\da-f]{24}$/);
  });

  it('that is locked and does not mention the visitor answers 403: user not authorized', async () => {
    const response = await send('', HIDDEN_STREAM);
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ error: 'user not authorized' });
  });

  it('that is locked and mentions the visitor is shown', async () => {
    expect(await read('', MENTIONED_STREAM)).toMatchObject({ locked: true, current_page: 1 });
  });

  it('that is not there answers 404', async () => {
    expect((await send('', '000000000000000000000000')).status).toBe(404);
  });

  it('grows on top', async () => {
    const busy = createPiictuApi({ people, now });
    const added: PiictuPhoto = busy.insert();
    const { stream } = (await (await send('', OPEN_STREAM, busy)).json()) as Body;
    expect(stream.photos[0]?.photo).toEqual(added);
    expect(stream.total_entries).toBe(photos.length + 1);
  });

  it('loses what is taken away', async () => {
    const own = createPiictuApi({ people, now });
    const [first, second, third] = photos.map(({ id }) => id);
    own.remove(second ?? '');
    own.remove('not there');
    const { stream } = (await (await send('', OPEN_STREAM, own)).json()) as Body;
    expect(stream.photos.slice(0, 2).map(({ photo }) => photo.id)).toEqual([first, third]);
    expect(stream.total_entries).toBe(photos.length - 1);
  });

  it('can be shown as empty', async () => {
    const headers = { authorization: `OAuth ${api.token}` };
    const request = new Request(`https://sandbox.example/v1/streams/${OPEN_STREAM}`, { headers });
    const { stream } = (await (await api.answer(request, true)).json()) as Body;
    expect(stream).toMatchObject({ photos: [], total_entries: 0, total_pages: 0 });
  });
});

describe('a token', () => {
  it.each(['Bearer {token}', 'OAuth', 'OAuth {token}x', '{token}', ''])(
    'that is not given as documented is refused with 401: %s',
    async (pattern) => {
      const authorization = pattern.replace('{token}', api.token);
      const headers = { ...(authorization && { authorization }) };
      const request = new Request(`https://sandbox.example/v1/streams/${OPEN_STREAM}`, { headers });
      expect((await api.answer(request)).status).toBe(401);
    },
  );

  it('that has expired is refused, and the next one works', async () => {
    const own = createPiictuApi({ people, now });
    const old = own.token;
    own.expire();
    expect((await send('', OPEN_STREAM, own, old)).status).toBe(401);
    expect((await send('', OPEN_STREAM, own)).status).toBe(200);
  });
});
