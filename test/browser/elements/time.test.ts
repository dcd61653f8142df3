import type { PropertyValues } from 'lit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventCard } from '../../../src/elements/event-card/event-card.js';
import { makeComments, makeEvent, makeThread } from '../../helpers/feed-fixtures.js';
import { part, showCard, textOf } from './support.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// In the time zone of the machine, whichever it is: a Wednesday afternoon.
const now = new Date(2026, 2, 18, 15, 30);

beforeEach(() => {
  // Lit waits for microtasks, which stay real.
  vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const showAt = (time: Date, lang = 'en') => showCard(makeEvent('a', { time }), { lang });
const timeOf = (card: Element) => textOf(part(card, 'time'));
const ago = (age: number) => new Date(now.getTime() - age);

describe('how long ago it was', () => {
  it.each([
    ['this moment', ago(0), 'just now'],
    ['59 seconds', ago(59 * SECOND), 'just now'],
    ['a minute', ago(MINUTE), '1 min. ago'],
    ['two minutes less a second', ago(2 * MINUTE - SECOND), '1 min. ago'],
    ['59 minutes', ago(59 * MINUTE), '59 min. ago'],
    ['an hour', ago(HOUR), '1 hr. ago'],
    ['three and a half hours', ago(3.5 * HOUR), '3 hr. ago'],
    ['since midnight', new Date(2026, 2, 18, 0, 0), '15 hr. ago'],
    ['before midnight', new Date(2026, 2, 17, 23, 59), 'yesterday, 11:59 PM'],
    ['yesterday at midnight', new Date(2026, 2, 17, 0, 0), 'yesterday, 12:00 AM'],
    ['the day before yesterday', new Date(2026, 2, 16, 23, 59), 'March 16'],
    ['this year', new Date(2026, 0, 1, 0, 0), 'January 1'],
    ['last year', new Date(2025, 11, 31, 23, 59), 'Dec 31, 2025'],
    ['long ago', new Date(2010, 7, 18, 14, 13), 'Aug 18, 2010'],
    ['before computers', new Date(-1, 0, 1), 'Jan 1, 2'],
    ['a clock that is a second fast', ago(-SECOND), 'just now'],
    ['a clock that is five minutes fast', ago(-5 * MINUTE), 'just now'],
    ['a time to come', ago(-6 * MINUTE), 'March 18'],
    ['a time far away', new Date(2036, 2, 18), 'Mar 18, 2036'],
  ])('%s', async (_, time, text) => {
    expect(timeOf(await showAt(time))).toBe(text);
  });

  it('soon after midnight, what was some minutes ago is not "yesterday"', async () => {
    vi.setSystemTime(new Date(2026, 2, 18, 0, 10));
    expect(timeOf(await showAt(new Date(2026, 2, 17, 23, 50)))).toBe('20 min. ago');
    expect(timeOf(await showAt(new Date(2026, 2, 17, 22, 50)))).toBe('1 hr. ago');
    expect(timeOf(await showAt(new Date(2026, 2, 17, 10, 50)))).toBe('yesterday, 10:50 AM');
  });

  it.each([
    ['ru', ago(12 * MINUTE), /^12 мин\.? назад$/],
    ['ru', ago(3 * HOUR), /^3 ч\.? назад$/],
    ['ru', new Date(2026, 2, 17, 18, 40), /^вчера, 18:40$/],
    ['ru', new Date(2026, 2, 14, 18, 40), /^14 марта$/],
    ['ru', new Date(2010, 7, 18), /^18 авг\.? 2010/],
    ['en-GB', new Date(2026, 2, 17, 18, 40), /^yesterday, 18:40$/],
    ['en-GB', new Date(2026, 2, 14), /^14 March$/],
  ])('in %s', async (lang, time, text) => {
    expect(timeOf(await showAt(time, lang))).toMatch(text);
  });

  it('is given exactly, too', async () => {
    const card = await showAt(ago(12 * MINUTE));
    expect(part(card, 'time')).toHaveAttribute('datetime', ago(12 * MINUTE).toISOString());
    expect(part(card, 'time').title.replace(/\s/g, ' ')).toBe('March 18, 2026 at 3:18 PM');
    expect(card.ariaLabel?.replace(/\s/g, ' ')).toContain('March 18, 2026 at 3:18 PM');
  });
});

describe('the text keeps itself current', () => {
  const advance = async (card: EventCard, ms: number) => {
    vi.advanceTimersByTime(ms);
    await card.updateComplete;
    return timeOf(card);
  };

  it('from "just now" to the date', async () => {
    const card = await showAt(ago(30 * SECOND));
    expect(await advance(card, 29 * SECOND)).toBe('just now');
    expect(await advance(card, SECOND)).toBe('1 min. ago');
    expect(await advance(card, 59 * SECOND)).toBe('1 min. ago');
    expect(await advance(card, SECOND)).toBe('2 min. ago');
    expect(await advance(card, HOUR - 2 * MINUTE)).toBe('1 hr. ago');
    expect(await advance(card, 7 * HOUR + 29 * MINUTE)).toBe('8 hr. ago');
    expect(await advance(card, HOUR)).toBe('yesterday, 3:29 PM');
    expect(await advance(card, DAY)).toBe('March 18');
    expect(await advance(card, 400 * DAY)).toBe('Mar 18, 2026');
  });

  it('at midnight too, as a card that is drawn then would say it', async () => {
    const card = await showAt(ago(45 * MINUTE));
    expect(await advance(card, 8.5 * HOUR - SECOND)).toBe('9 hr. ago');
    expect(await advance(card, SECOND)).toBe('yesterday, 2:45 PM');
    const late = await showAt(new Date(2026, 2, 18, 23, 0));
    vi.setSystemTime(new Date(2026, 2, 18, 23, 30));
    expect(await advance(late, HOUR)).toBe(timeOf(await showAt(new Date(2026, 2, 18, 23, 0))));
  });

  it('of an event whose clock is fast, when its time has come', async () => {
    const card = await showAt(ago(-6 * MINUTE));
    expect(timeOf(card)).toBe('March 18');
    expect(await advance(card, MINUTE)).toBe('just now');
    expect(await advance(card, 6 * MINUTE)).toBe('1 min. ago');
  });

  it('also of subevents and comments', async () => {
    const comments = makeComments(1).map((comment) => ({ ...comment, time: ago(0) }));
    const card = await showCard(
      makeEvent('a', {
        time: ago(2 * HOUR),
        subevents: [makeEvent('b', { time: ago(30 * SECOND), thread: makeThread({ comments }) })],
      }),
    );
    const times = () => [...(card.shadowRoot?.querySelectorAll('time') ?? [])].map(textOf);
    expect(times()).toEqual(['2 hr. ago', 'just now', 'just now']);
    await advance(card, 30 * SECOND);
    expect(times()).toEqual(['2 hr. ago', '1 min. ago', 'just now']);
    await advance(card, 30 * SECOND);
    expect(times()).toEqual(['2 hr. ago', '1 min. ago', '1 min. ago']);
  });

  it('when the computer has slept through it', async () => {
    const card = await showAt(ago(30 * SECOND));
    vi.setSystemTime(now.getTime() + 5 * HOUR);
    expect(await advance(card, 30 * SECOND)).toBe('5 hr. ago');
  });

  it('a minute after the computer wakes at the latest', async () => {
    const card = await showAt(ago(2 * HOUR + MINUTE));
    await advance(card, 10 * MINUTE);
    vi.setSystemTime(now.getTime() + 10 * HOUR);
    expect(await advance(card, MINUTE)).toBe('yesterday, 1:29 PM');
  });

  it('when the clock was set back', async () => {
    const card = await showAt(ago(30 * SECOND));
    vi.setSystemTime(now.getTime() - 10 * MINUTE);
    await advance(card, 30 * SECOND);
    expect(await advance(card, 10 * MINUTE + 30 * SECOND)).toBe('1 min. ago');
  });
});

describe('its cost', () => {
  let drawn: string[] = [];
  class CountedCard extends EventCard {
    protected override updated(changed: PropertyValues<this>): void {
      super.updated(changed);
      drawn.push(this.event?.id ?? '');
    }
  }
  customElements.define('counted-card', CountedCard);

  async function showMany(times: readonly Date[]): Promise<CountedCard[]> {
    const cards = times.map((time, index) => {
      const card = new CountedCard();
      card.event = makeEvent(String(index), { time });
      return card;
    });
    document.body.append(...cards);
    await Promise.all(cards.map((card) => card.updateComplete));
    drawn = [];
    return cards;
  }

  afterEach(() => {
    for (const card of document.querySelectorAll('counted-card')) card.remove();
  });

  it('is one timer, however many cards there are', async () => {
    await showMany(Array.from({ length: 50 }, (_, index) => ago(index * MINUTE)));
    expect(vi.getTimerCount()).toBe(1);
  });

  it('is one render of the card whose text changes, and of no other', async () => {
    const cards = await showMany([ago(30 * SECOND), ago(2 * HOUR), ago(400 * DAY), ago(40 * SECOND)]);
    vi.advanceTimersByTime(20 * SECOND);
    await Promise.all(cards.map((card) => card.updateComplete));
    expect(drawn).toEqual(['3']);
    vi.advanceTimersByTime(10 * SECOND);
    await Promise.all(cards.map((card) => card.updateComplete));
    expect(drawn).toEqual(['3', '0']);
  });

  it('is nothing between two changes', async () => {
    await showMany([ago(90 * MINUTE)]);
    const before = vi.getTimerCount();
    vi.advanceTimersByTime(29 * MINUTE);
    await Promise.resolve();
    expect(drawn).toEqual([]);
    expect(vi.getTimerCount()).toBe(before);
  });

  it('is nothing once the cards are gone, and begins again when they come back', async () => {
    const cards = await showMany([ago(30 * SECOND), ago(2 * HOUR)]);
    for (const card of cards) card.remove();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(DAY);
    expect(drawn).toEqual([]);
    document.body.append(...cards);
    await Promise.all(cards.map((card) => card.updateComplete));
    expect(cards.map(timeOf)).toEqual(['yesterday, 3:29 PM', 'yesterday, 1:30 PM']);
    expect(vi.getTimerCount()).toBe(1);
  });
});
