import { describe, expect, it } from 'vitest';
import fixture from '../../fixtures/piictu-stream.json' with { type: 'json' };
import { pageFaults } from '../../helpers/model-shape.js';
import { photoOf, readAnswer, streamOf } from './piictu-answers.js';

const { stream } = fixture;
const [wrapped] = stream.photos;
if (!wrapped) throw new Error('The fixture has one photo.');
const { photo } = wrapped;

const page = readAnswer(fixture);
const [event] = page.events;

/** What becomes of the seed's photo when some of its fields are others. */
function readPhoto(fields: object) {
  const { events, warnings } = readAnswer(streamOf([{ ...photo, ...fields }]));
  return { event: events[0], warnings };
}

const sulin = {
  id: '4d99eb672696e71604000001',
  name: 'sulin',
  nick: 'sulin',
  avatar: 'https://gravatar.com/avatar/4357d23895df5f18f6cb6f804c95ccdd.png?r=PG&s=90',
};
const original = 'https://piictu-test.s3.amazonaws.com/photos/4da309947b3a3e58c800000b.jpg';
const thumbnail = 'https://piictu-test.s3.amazonaws.com/photos/thumb_4da309947b3a3e58c800000b.jpg';

describe('the photo of the seed', () => {
  it('is an event by its id, of type and verb of an upload', () => {
    expect(event).toMatchObject({
      id: '4da309947b3a3e58c800000b',
      kind: 'event',
      type: 'photo',
      verb: 'photo',
    });
  });

  it('has its caption as text', () => {
    expect(event?.text).toBe('My Car');
  });

  it('has its created_at as time, the offset taken into account', () => {
    expect(event?.time).toEqual(new Date('2011-04-11T14:00:52Z'));
  });

  it('has from as its one author: id, username, avatar_url over https', () => {
    expect(event?.authors).toEqual([sulin]);
    expect(event?.authorCount).toBe(1);
  });

  it('has url as its one picture, over https', () => {
    expect(event?.attachments).toEqual([{ kind: 'image', src: original, fullSrc: undefined }]);
  });

  it('makes nothing else: no thread, no subevents, nothing of stream_id and seq', () => {
    const { id, kind, type, verb, text, time, authors, authorCount, attachments, ...rest } = event ?? {};
    expect([id, kind, type, verb, text, time, authors, authorCount, attachments]).not.toContain(undefined);
    expect(rest).toEqual({ subevents: [], subeventCount: 0, actionLinks: [] });
  });

  it('gives no warning and keeps to the model', () => {
    expect(page.warnings).toEqual([]);
    expect(pageFaults(page)).toEqual([]);
  });
});

describe('the stream of the seed', () => {
  it('is the header: from, original_photo with its thumbnail, created_at, locked, total_entries', () => {
    expect(page.info).toEqual({
      author: sulin,
      image: { kind: 'image', src: thumbnail, fullSrc: original },
      text: 'My Car',
      time: new Date('2011-04-11T14:00:52Z'),
      locked: false,
      total: 1,
    });
  });

  it('has its photos as events, the seq of the first as the newest place, and ends by total_pages', () => {
    expect(page.events).toHaveLength(1);
    expect(page.newest).toBe('83');
    expect(page.skip).toBeUndefined();
  });

  it('says nothing else: its own id, seq and updated_at, current_page, results_per_page', () => {
    const { id, seq, updated_at, current_page, results_per_page, ...rest } = stream;
    expect([id, seq, updated_at, current_page, results_per_page]).not.toContain(undefined);
    expect(readAnswer({ stream: rest })).toEqual(page);
  });

  it('has a header on the first page only', () => {
    expect(readAnswer(fixture, 200, 'max_seq=83').info).toBeUndefined();
    expect(readAnswer(fixture, 200, 'since_seq=82').info).toBeUndefined();
  });

  it('is locked when it says so', () => {
    expect(readAnswer({ stream: { ...stream, locked: true } }).info?.locked).toBe(true);
  });
});

describe('a photo', () => {
  it('shows the fullname where there is one, and keeps the username', () => {
    const { event } = readPhoto({ from: { ...photo.from, fullname: 'Rafael Sulin' } });
    expect(event?.authors[0]).toMatchObject({ name: 'Rafael Sulin', nick: 'sulin' });
  });

  it.each([null, '', {}])('without a caption is still a photo: %j', (caption) => {
    expect(readPhoto({ caption }).event).toMatchObject({ id: photo.id, text: undefined });
  });

  it.each([null, {}, 'sulin', { username: 'sulin' }])('without an author is still a photo: %j', (from) => {
    expect(readPhoto({ from }).event).toMatchObject({ authors: [], authorCount: 0 });
  });

  it('shows the thumbnail where the url cannot be shown', () => {
    const { event, warnings } = readPhoto({ url: 'javascript:alert(1)' });
    expect(event?.attachments).toEqual([{ kind: 'image', src: thumbnail, fullSrc: undefined }]);
    expect(warnings).toEqual([{ path: 'stream.photos[0].photo.url', code: 'bad-url' }]);
  });

  it('without any address is the words alone', () => {
    const { event } = readPhoto({ url: null, thumbnail: 'http://192.168.0.1/probe.jpg' });
    expect(event).toMatchObject({ text: 'My Car', attachments: [] });
  });

  it('that comes without its wrapper is a photo too', () => {
    const { events } = readAnswer({ stream: { photos: [photoOf('a', 1)] } });
    expect(events.map(({ id }) => id)).toEqual(['a']);
  });
});
