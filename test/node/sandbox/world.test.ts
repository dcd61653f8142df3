import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../demo/sandbox/world.js';
import type { WireEvent, WireRecord } from '../../../demo/sandbox/wire.js';

const now = new Date('2026-11-22T12:00:00Z');
const nowSeconds = now.getTime() / 1000;
const { events, people } = createWorld({ now });

const list = (value: unknown) => (Array.isArray(value) ? (value as WireRecord[]) : []);
const values = (field: string) => new Set(events.map((event) => event[field]));
const attachments = events.flatMap((event) => list(event['attachments']));
const timesOf = (some: readonly WireEvent[]) =>
  some.filter((event) => 'time' in event).map((event) => Number(event['time']));

describe('the world', () => {
  it('is the same every time, but for its clock', () => {
    expect(createWorld({ now })).toEqual(expect.objectContaining({ events, people }));
    const later = createWorld({ now: new Date(now.getTime() + 60_000) });
    expect(later.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(timesOf(later.events)).toEqual(timesOf(events).map((time) => time + 60));
  });

  it('has at least 400 events with exact ids of 16 digits, each once', () => {
    expect(events.length).toBeGreaterThanOrEqual(400);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.every(({ id }) => /^[\da-f]{16}$/.test(id))).toBe(true);
  });

  it('runs back from minutes to years ago, never twice at one moment', () => {
    const times = timesOf(events);
    expect(times.every((time, i) => i === 0 || time < (times[i - 1] ?? 0))).toBe(true);
    expect(nowSeconds - (times[0] ?? 0)).toBe(240);
    expect(nowSeconds - (times.at(-1) ?? 0)).toBeGreaterThan(3 * 365 * 86_400);
  });

  it('has nobody comment before the event or after now', () => {
    for (const event of events) {
      for (const comment of list(event['comments'])) {
        expect(Number(comment['time'])).toBeGreaterThanOrEqual(Number(event['time']));
        expect(Number(comment['time'])).toBeLessThanOrEqual(nowSeconds);
      }
    }
  });

  it.each(
    (
      '5-26 5-29 1-1 5-22 5-47 1-2 5-21 5-44 1-7 3-1 3-23 5-41 5-18 5-39 3-6 3-3 5-20 3-5 5-7 5-10 5-11 5-37 ' +
      '5-16 5-17 5-24 5-28 5-1 4-1 5-50'
    )
      .split(' ')
      .map((type) => [type]),
  )('has an event of type %s', (type) => {
    expect(values('type')).toContain(type);
  });

  it('has likes and comments in both shapes, also of one another', () => {
    const comments = events.filter(({ subtype }) => subtype === 'comment');
    const likes = events.filter(({ subtype }) => subtype === 'like');
    expect(comments.some((event) => 'text' in event && 'author' in event)).toBe(true);
    expect(comments.some((event) => 'comment' in event && !('author' in event))).toBe(true);
    expect(likes.some((event) => 'time' in event)).toBe(true);
    expect(likes.some((event) => !('time' in event) && 'thread_id' in event)).toBe(true);
    expect([...comments, ...likes].some((event) => 'subevent' in (event['subevent'] as WireRecord))).toBe(
      true,
    );
  });

  it.each([
    'link',
    'image',
    'video',
    'audio',
    'music',
    'user',
    'group',
    'app',
    'gift',
    'avatar',
    'tag',
    'text',
  ])('has %s attachments', (object) => {
    expect(attachments.map((attachment) => attachment['object'])).toContain(object);
  });

  it('has pictures with and without sizes, links and other files, alone and in sets up to nine', () => {
    const images = attachments.filter(({ object }) => object === 'image');
    expect(images.some((image) => Object.keys(image).join() === 'object,src')).toBe(true);
    expect(images.some((image) => 'click_url' in image)).toBe(true);
    expect(images.some((image) => typeof image['width'] === 'string')).toBe(true);
    expect(images.some((image) => typeof image['width'] === 'number')).toBe(true);
    const counts = new Set(
      events.map((event) => list(event['attachments']).filter(({ object }) => object === 'image').length),
    );
    expect([...counts].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('has events of one to twelve authors, with and without a thread, an app, links and counters', () => {
    const counts = new Set(events.map((event) => list(event['authors']).length));
    expect(counts).toContain(1);
    expect(counts).toContain(12);
    for (const field of [
      'thread_id',
      'generator',
      'action_links',
      'likes_count',
      'type_name',
      'text_media',
    ]) {
      expect(events.some((event) => field in event)).toBe(true);
      expect(events.some((event) => !(field in event))).toBe(true);
    }
    const links = events.flatMap((event) => list(event['action_links']));
    expect(new Set(links.map((link) => Object.keys(link).sort().join()))).toEqual(
      new Set(['text,url', 'href,text']),
    );
    expect(events.some((event) => event['user_text'] === '')).toBe(true);
    expect(new Set(events.map((event) => typeof event['time']))).toEqual(
      new Set(['number', 'string', 'undefined']),
    );
  });

  it('has people beyond 2^53, without a picture, without a place, and groups', () => {
    const all = [...people.values()];
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    expect(all.every(({ uid }) => BigInt(uid) > 2n ** 53n && BigInt(uid) < 2n ** 64n)).toBe(true);
    expect(all.some((user) => user['has_pic'] === 0)).toBe(true);
    expect(new Set(all.map((user) => typeof user['location']))).toEqual(
      new Set(['string', 'object', 'undefined']),
    );
    expect(all.some((user) => 'group_info' in user)).toBe(true);
  });

  it('is written in Russian, English, Arabic and Hebrew, with emoji, short and long', () => {
    const texts = events.map((event) =>
      String(event['user_text'] ?? list(event['text_media'])[0]?.['content'] ?? ''),
    );
    for (const script of [
      /\p{Script=Cyrillic}/u,
      /[a-z]/,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Emoji_Presentation}/u,
    ]) {
      expect(texts.some((text) => script.test(text))).toBe(true);
    }
    expect(texts).toContain('👍');
    expect(Math.max(...texts.map((text) => text.length))).toBeGreaterThan(1000);
    expect(texts.some((text) => text.includes('https://'))).toBe(true);
  });

  it('takes new events on top', () => {
    const own = createWorld({ now, events: 5 });
    const [, second] = [own.insert(), own.insert()];
    expect(own.events).toHaveLength(7);
    expect(own.events[0]).toBe(second);
    expect(own.insert({ id: '00000000000000ff' })).toBe(own.events[0]);
    expect(timesOf(own.events).every((time, i, all) => i === 0 || time < (all[i - 1] ?? 0))).toBe(true);
  });

  it('can be as small as one event', () => {
    expect(createWorld({ now, events: 1 }).events).toHaveLength(1);
    expect(createWorld({ now, events: 5 }).events).toHaveLength(5);
  });
});
