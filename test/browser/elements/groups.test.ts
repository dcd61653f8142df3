import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeAuthor, makeEvent } from '../../helpers/feed-fixtures.js';
import { at, button, focused, part, parts, showCard, textOf } from './support.js';

const members = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeEvent(`m${index + 1}`, { authors: [makeAuthor(`Bob ${index + 1}`)] }),
  );

describe('a group of events', () => {
  it('keeps its members behind a button that opens and closes', async () => {
    const card = await showCard(makeEvent('a', { subevents: members(3) }));
    const show = button(card, 'Show 3 events');
    await expect.element(show).toHaveAttribute('aria-expanded', 'false');
    expect(parts(card, 'subevent')).toEqual([]);
    await userEvent.click(show);
    const hide = button(card, 'Hide');
    await expect.element(hide).toHaveAttribute('aria-expanded', 'true');
    expect(parts(card, 'subevent').map((inner) => textOf(part(inner, 'author')))).toEqual([
      'Bob 1',
      'Bob 2',
      'Bob 3',
    ]);
    expect(textOf(focused() ?? undefined)).toBe('Hide');
    await userEvent.click(hide);
    expect(parts(card, 'subevent')).toEqual([]);
  });

  it('stays open when it grows, and says how many there are', async () => {
    const event = makeEvent('a', { subevents: members(2) });
    const card = await showCard(event);
    await userEvent.click(button(card, 'Show 2 events'));
    card.event = { ...event, subevents: members(3), subeventCount: 3 };
    await card.updateComplete;
    expect(parts(card, 'subevent')).toHaveLength(3);
  });

  it.each([
    ['en', 2, 'Show 2 events'],
    ['en', 1236, 'Show 1.2K events'],
    ['ru', 2, 'Показать 2 события'],
    ['ru', 5, 'Показать 5 событий'],
    ['ru', 21, 'Показать 21 событие'],
  ])('counts all that there are, not only those that it knows: %s %i', async (lang, subeventCount, text) => {
    const card = await showCard(makeEvent('a', { subevents: members(1), subeventCount }), { lang });
    expect(button(card, text).query()).not.toBeNull();
  });

  it('inside of another event opens by itself', async () => {
    const inner = makeEvent('b', { subevents: members(2) });
    const card = await showCard(makeEvent('a', { subevents: [inner, makeEvent('c')] }));
    await userEvent.click(button(card, 'Show 2 events'));
    expect(parts(card, 'subevent')).toHaveLength(2);
    await userEvent.click(at(part(card, 'subevent')).getByRole('button', { name: 'Show 2 events' }));
    expect(parts(card, 'subevent')).toHaveLength(4);
  });
});

it('a like of more than three is a group: an answer may hold two hundred on each level', async () => {
  const card = await showCard(makeEvent('a', { kind: 'like', subevents: members(4) }));
  expect(parts(card, 'subevent')).toEqual([]);
  await userEvent.click(button(card, 'Show 4 events'));
  expect(parts(card, 'subevent')).toHaveLength(4);
});

describe('what is no group shows what it is about at once', () => {
  it.each([
    ['a single subevent', { subevents: members(1) }, 1],
    ['a like of three', { kind: 'like', subevents: members(3) }, 3],
    ['a comment', { kind: 'comment', subevents: members(1), subeventCount: 5 }, 1],
    ['a group of which nothing is known', { subevents: [], subeventCount: 5 }, 0],
  ] as const)('%s', async (_, fields, shown) => {
    const card = await showCard(makeEvent('a', fields));
    expect(parts(card, 'subevent')).toHaveLength(shown);
    expect(button(card, /^Show/).query()).toBeNull();
  });
});
