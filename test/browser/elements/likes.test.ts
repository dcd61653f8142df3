import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Thread } from '../../../src/model/event.js';
import { makeAuthors, makeEvent, makeEvents, makeThread, sourceOf } from '../../helpers/feed-fixtures.js';
import { showLive } from './live-card.js';
import {
  all,
  at,
  button,
  cardsOf,
  collect,
  focused,
  one,
  part,
  parts,
  settled,
  showCard,
  showLoaded,
  textOf,
  until,
} from './support.js';

const withThread = (fields: Partial<Thread> = {}) => makeEvent('a', { thread: makeThread(fields) });
const heart = (root: Element) => part(root, 'like');

describe('the heart', () => {
  it('is a switch that likes the event and takes it back, with the number at once', async () => {
    const { card, reader } = await showLive(withThread({ likeCount: 11 }));
    const like = button(card, 'Like, 11 likes');
    await expect.element(like).toHaveAttribute('aria-pressed', 'false');
    expect(textOf(heart(card))).toBe('11');
    await userEvent.click(like);
    await expect.element(button(card, 'Like, 12 likes')).toHaveAttribute('aria-pressed', 'true');
    expect(textOf(heart(card))).toBe('12');
    await userEvent.click(button(card, 'Like, 12 likes'));
    await expect.element(button(card, 'Like, 11 likes')).toHaveAttribute('aria-pressed', 'false');
    expect(reader.like).toHaveBeenCalledTimes(1);
    expect(reader.unlike).toHaveBeenCalledTimes(1);
  });

  it('says "Like" where nobody likes it yet, in the language of the reader', async () => {
    const { card } = await showLive(withThread());
    expect(textOf(heart(card))).toBe('Like');
    expect(button(card, 'Like').query()).toBe(heart(card));
    card.lang = 'ru';
    await card.updateComplete;
    expect(textOf(heart(card))).toBe('Нравится');
  });

  it('keeps the focus through every change of its number, and answers to the space bar and Enter', async () => {
    const { card, reader, change } = await showLive(withThread());
    heart(card).focus();
    await userEvent.keyboard(' ');
    await expect.element(button(card, 'Like, 1 like')).toHaveAttribute('aria-pressed', 'true');
    expect(focused()).toBe(heart(card));
    change('a', () => ({ likes: makeAuthors(3), likeCount: 3 }));
    await card.updateComplete;
    expect(focused()).toBe(heart(card));
    await userEvent.keyboard('{Enter}');
    await card.updateComplete;
    expect(focused()).toBe(heart(card));
    expect(reader.unlike).toHaveBeenCalledTimes(1);
  });

  it('has its visible number in its name, and the number of a crowd is short', async () => {
    const { card } = await showLive(withThread({ likeCount: 48_213 }));
    expect(textOf(heart(card))).toBe('48K');
    expect(button(card, 'Like, 48K likes').query()).toBe(heart(card));
  });

  it('is told from a like of others by more than a colour', async () => {
    const { card } = await showLive(withThread({ likeCount: 2 }));
    const fill = () => getComputedStyle(one<SVGElement>(heart(card), 'svg')).fill;
    const before = fill();
    await userEvent.click(heart(card));
    await expect.element(heart(card)).toHaveAttribute('aria-pressed', 'true');
    expect([before, fill()]).toEqual(['none', getComputedStyle(heart(card)).color]);
  });

  it.each([
    ['there is no reader', undefined, {}],
    ['the source cannot be told', { canLike: false }, {}],
    ['the thread does not take likes', {}, { likeable: false }],
  ])('is only a number where %s', async (_, can, fields) => {
    const event = withThread({ likeCount: 3, ...fields });
    const card = can ? (await showLive(event, can)).card : await showCard(event);
    expect(parts(card, 'like')).toEqual([]);
    expect(at(card).getByRole('img', { name: '3 likes', exact: true }).query()).not.toBeNull();
  });
});

describe('those who like it', () => {
  it('are behind the number, which is a button of its own beside the heart', async () => {
    const { card, reader } = await showLive(withThread({ likes: makeAuthors(2, 'Fan'), likeCount: 12 }));
    expect(textOf(heart(card))).toBe('');
    expect(button(card, 'Like, 12 likes').query()).toBe(heart(card));
    const count = button(card, '12 likes');
    await userEvent.click(count);
    await expect.element(count).toHaveAttribute('aria-expanded', 'true');
    expect(parts(part(card, 'people'), 'author').map(textOf)).toEqual(['Fan 1', 'Fan 2']);
    expect(reader.like).not.toHaveBeenCalled();
    await userEvent.click(heart(card));
    await expect.element(button(card, '13 likes')).toHaveAttribute('aria-expanded', 'true');
  });

  it('leave no empty list behind when nobody does any more', async () => {
    const { card, change } = await showLive(withThread({ likes: makeAuthors(1) }));
    await userEvent.click(button(card, '1 like'));
    expect(parts(card, 'people')).toHaveLength(1);
    change('a', () => ({ likes: [], likeCount: 0 }));
    await card.updateComplete;
    expect(parts(card, 'people')).toEqual([]);
    expect(textOf(heart(card))).toBe('Like');
  });
});

describe('before a like', () => {
  it('the page is told of what is wished, and may take over', async () => {
    const { card, reader } = await showLive(withThread({ liked: true, likeCount: 1 }));
    const told = collect('event-like');
    await userEvent.click(heart(card));
    expect(told.map(({ event, liked, cancelable }) => [event.id, liked, cancelable])).toEqual([
      ['a', false, true],
    ]);
    expect(reader.unlike).toHaveBeenCalledTimes(1);
    card.addEventListener('event-like', (event) => {
      event.preventDefault();
    });
    await card.updateComplete;
    await userEvent.click(heart(card));
    expect(told.map(({ liked, defaultPrevented }) => [liked, defaultPrevented])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(reader.like).not.toHaveBeenCalled();
    await expect.element(heart(card)).toHaveAttribute('aria-pressed', 'false');
  });

  it('it is the reader who presses, not a script of somebody (S22)', async () => {
    const { card, reader } = await showLive(withThread());
    const told = collect('event-like');
    heart(card).click();
    heart(card).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(told).toEqual([]);
    expect(reader.like).not.toHaveBeenCalled();
  });
});

describe('a subevent', () => {
  const nested = () => {
    const inner = makeEvent('inner', { thread: makeThread({ id: 'inner thread', likeCount: 4 }) });
    return makeEvent('outer', { thread: makeThread(), subevents: [inner] });
  };

  it('has a heart for its own thread', async () => {
    const { card, reader } = await showLive(nested());
    const told = collect('event-like');
    const inner = part(card, 'subevent');
    await userEvent.click(heart(inner));
    await expect.element(button(inner, 'Like, 5 likes')).toHaveAttribute('aria-pressed', 'true');
    expect(reader.like.mock.calls.map(([{ id }]) => id)).toEqual(['inner']);
    expect(told.map(({ event }) => event.id)).toEqual(['inner']);
    expect(all(card, '[part="like"][aria-pressed="true"]')).toHaveLength(1);
  });
});

it('a like draws one card of a list anew, and none of its neighbours', async () => {
  const events = makeEvents(5).map((event) => ({ ...event, thread: makeThread({ id: event.id }) }));
  const never = () => new Promise<never>(() => undefined);
  const list = await showLoaded({ ...sourceOf(events).source, like: never, unlike: never });
  const drawn: unknown[] = [];
  for (const card of cardsOf(list))
    card.addController({ hostUpdated: () => void drawn.push(card.event?.id) });
  const third = heart(cardsOf(list)[2] ?? list);
  await userEvent.click(third);
  await until(() => third.ariaPressed === 'true');
  await settled(list);
  expect(new Set(drawn)).toEqual(new Set(['e3']));
});

describe('in a window of 320 px', () => {
  it('everything in the row of actions can be hit: 36 px high, 44 px for a finger', async () => {
    await page.viewport(320, 700);
    const { card } = await showLive(withThread({ likes: makeAuthors(2), likeCount: 48_213 }));
    const buttons = all(part(card, 'actions'), 'button');
    expect(buttons).toHaveLength(3);
    const least = matchMedia('(pointer: coarse)').matches ? 44 : 36;
    for (const { offsetHeight, offsetWidth } of buttons) {
      expect(offsetHeight).toBeGreaterThanOrEqual(least);
      expect(offsetWidth).toBeGreaterThanOrEqual(24);
    }
    expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
  });

  it('a like moves nothing below it', async () => {
    await page.viewport(320, 700);
    const { card } = await showLive(withThread({ likeCount: 99 }));
    const height = card.offsetHeight;
    await userEvent.click(heart(card));
    await expect.element(button(card, 'Like, 100 likes')).toBeVisible();
    expect(card.offsetHeight).toBe(height);
    await userEvent.click(heart(card));
    await expect.element(button(card, 'Like, 99 likes')).toBeVisible();
    expect(card.offsetHeight).toBe(height);
  });
});
