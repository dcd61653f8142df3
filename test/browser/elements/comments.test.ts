import { describe, expect, it } from 'vitest';
import { cdp, page, server, userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { inUse } from '../../../src/elements/feed-list/in-use.js';
import type { Comment, Thread } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { makeComments, makeEvent, makeEvents, makeThread, sourceOf } from '../../helpers/feed-fixtures.js';
import { showLive } from './live-card.js';
import { livingSource } from './living-source.js';
import {
  all,
  at,
  button,
  cardsOf,
  collect,
  focused,
  idsOf,
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
const own = (state: Comment['state'], text = 'Mine'): Comment => ({ id: `own ${text}`, text, state });
const field = (root: Element) => one<HTMLTextAreaElement>(root, 'textarea');
const fields = (root: Element) => all(root, 'textarea');
const commentAction = (root: Element) => part(root, 'comment-action');
const texts = (root: Element) => parts(root, 'comment').map((comment) => textOf(part(comment, 'text')));

/** A card whose composer is open and has the focus. */
async function showOpen(thread: Partial<Thread> = {}) {
  const live = await showLive(withThread(thread));
  await userEvent.click(commentAction(live.card));
  await until(() => focused() === field(live.card));
  return live;
}

describe('the way to the composer', () => {
  it('is a button with the number of comments, or with a word where there are none', async () => {
    const { card, change } = await showLive(withThread());
    expect(textOf(commentAction(card))).toBe('Comment');
    expect(fields(card)).toEqual([]);
    change('a', () => ({ commentCount: 1093 }));
    await card.updateComplete;
    expect(textOf(commentAction(card))).toBe('1.1K');
    expect(button(card, 'Comment, 1.1K comments').query()).toBe(commentAction(card));
  });

  it('leads into the field, which says what it is for in the language of the reader', async () => {
    const { card } = await showOpen();
    expect(at(card).getByRole('textbox', { name: 'Write a comment…' }).query()).toBe(field(card));
    expect(field(card).placeholder).toBe('Write a comment…');
    card.lang = 'ru';
    await card.updateComplete;
    expect(field(card).placeholder).toBe('Напишите комментарий…');
  });

  it('is short below a talk: the field is there at once, without taking the focus', async () => {
    const { card } = await showLive(withThread({ comments: makeComments(1) }));
    expect(fields(card)).toHaveLength(1);
    expect(focused()).not.toBe(field(card));
    await userEvent.click(commentAction(card));
    await until(() => focused() === field(card));
    expect(fields(card)).toHaveLength(1);
  });

  it.each([
    ['there is no reader', undefined, {}],
    ['the source takes no comments', { canComment: false }, {}],
    ['the thread takes no comments', {}, { commentable: false }],
  ])('is not there where %s', async (_, can, thread) => {
    const event = withThread({ comments: makeComments(1), ...thread });
    const card = can ? (await showLive(event, can)).card : await showCard(event);
    expect([...parts(card, 'comment-action'), ...fields(card)]).toEqual([]);
    expect(at(card).getByRole('img', { name: '1 comment', exact: true }).query()).not.toBeNull();
  });
});

describe('the composer', () => {
  it.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}', 'the button'])(
    'sends by %s',
    async (way) => {
      const { card, reader } = await showOpen();
      const told = collect('event-comment');
      await userEvent.keyboard('  So true  ');
      if (way === 'the button') await userEvent.click(button(card, 'Send'));
      else await userEvent.keyboard(way);
      expect(reader.comment.mock.calls.map(([{ id }, text]) => [id, text])).toEqual([['a', 'So true']]);
      expect(told.map(({ event, text }) => [event.id, text])).toEqual([['a', 'So true']]);
      expect(field(card).value).toBe('');
      expect(focused()).toBe(field(card));
      await card.updateComplete;
      expect(texts(card)).toEqual(['So true']);
      expect(textOf(part(card, 'comment'))).toContain('You');
    },
  );

  it('begins a new line by Enter, and grows with what is written', async () => {
    const { card, reader } = await showOpen();
    const height = () => field(card).offsetHeight;
    const low = height();
    await userEvent.keyboard('one{Enter}two{Enter}three');
    expect(field(card).value).toBe('one\ntwo\nthree');
    expect(height()).toBeGreaterThan(low + 20);
    expect(field(card).scrollHeight).toBeLessThanOrEqual(field(card).clientHeight);
    await userEvent.fill(field(card), 'line\n'.repeat(80));
    expect(height()).toBeLessThan(250);
    expect(reader.comment).not.toHaveBeenCalled();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(reader.comment).toHaveBeenCalledTimes(1);
    expect(height()).toBe(low);
  });

  it('grows too where the browser leaves that to the page', async () => {
    const { card } = await showOpen();
    field(card).style.setProperty('field-sizing', 'fixed');
    const low = field(card).offsetHeight;
    await userEvent.fill(field(card), 'word '.repeat(20));
    expect(field(card).scrollHeight).toBeLessThanOrEqual(field(card).clientHeight);
    expect(field(card).offsetHeight).toBeGreaterThan(low + 20);
    await userEvent.fill(field(card), 'word');
    expect(field(card).offsetHeight).toBe(low);
  });

  it('sends nothing that is blank, and offers to send only what is not', async () => {
    const { card, reader } = await showOpen();
    const send = button(card, 'Send');
    expect(send.query()).toBeNull();
    await userEvent.keyboard('  {Enter} ');
    expect(send.query()).toBeNull();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(reader.comment).not.toHaveBeenCalled();
    await userEvent.keyboard('x');
    await expect.element(send).toBeVisible();
  });

  // Only Chromium can be told to compose.
  it.runIf(server.browser === 'chromium')('leaves its keys to a word that is being composed', async () => {
    const { card, reader } = await showOpen();
    const compose = (text: string) =>
      cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await compose('にほん');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(reader.comment).not.toHaveBeenCalled();
    expect(focused()).toBe(field(card));
  });

  it('takes no more than a comment may have', async () => {
    const { card } = await showOpen();
    expect(field(card).maxLength).toBe(20_000);
  });

  it('closes by Escape while it is empty, without the dialog that it may be in, and gives the focus back', async () => {
    const { card } = await showOpen();
    const taken: string[] = [];
    card.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (defaultPrevented) taken.push(key);
    });
    await userEvent.keyboard('x{Escape}');
    expect(fields(card)).toHaveLength(1);
    expect(taken).toEqual([]);
    await userEvent.keyboard('{Backspace}{Escape}');
    expect(taken).toEqual(['Escape']);
    await until(() => fields(card).length === 0);
    expect(focused()).toBe(commentAction(card));
  });

  it('keeps the text when the page takes over, to ask the reader to sign in say', async () => {
    const { card, reader } = await showOpen();
    card.addEventListener('event-comment', (event) => {
      event.preventDefault();
    });
    await userEvent.keyboard('So true{Control>}{Enter}{/Control}');
    expect(reader.comment).not.toHaveBeenCalled();
    expect(field(card).value).toBe('So true');
    expect(focused()).toBe(field(card));
  });

  it('is used by the reader, not by a script of somebody (S22)', async () => {
    const { card, reader } = await showOpen();
    const told = collect('event-comment');
    await userEvent.keyboard('So true');
    part(card, 'send').click();
    field(card).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true }),
    );
    expect(told).toEqual([]);
    expect(reader.comment).not.toHaveBeenCalled();
    expect(field(card).value).toBe('So true');
  });
});

describe('a draft', () => {
  it('stays, with focus and caret, when there is newer data about the event', async () => {
    const { card, change } = await showOpen({ comments: makeComments(1) });
    await userEvent.keyboard('half a');
    field(card).setSelectionRange(4, 4);
    const before = field(card);
    change('a', () => ({ liked: true, likeCount: 7, comments: makeComments(5), commentCount: 5 }));
    await card.updateComplete;
    // Its talk is gone: that is no reason to lose what was written.
    change('a', () => ({ comments: [], commentCount: 0 }));
    await card.updateComplete;
    expect(field(card)).toBe(before);
    expect([before.value, before.selectionStart]).toEqual(['half a', 4]);
    expect(focused()).toBe(before);
  });

  it('is not taken over to another event', async () => {
    const { card } = await showOpen({ comments: makeComments(1) });
    await userEvent.keyboard('half a');
    card.event = makeEvent('b', { thread: makeThread({ comments: makeComments(1) }) });
    await card.updateComplete;
    expect(field(card).value).toBe('');
    expect(button(card, 'Send').query()).toBeNull();
  });

  it('is not taken over to another subevent', async () => {
    const inner = (id: string) => makeEvent(id, { thread: makeThread({ id }) });
    const event = makeEvent('outer', { subevents: [inner('a')] });
    const { card } = await showLive(event);
    await userEvent.click(commentAction(card));
    await until(() => focused() === field(card));
    await userEvent.keyboard('half a');
    card.event = { ...event, subevents: [inner('b')] };
    await card.updateComplete;
    expect(all(card, 'textarea')).toEqual([]);
    card.event = event;
    await card.updateComplete;
    expect(field(card).value).toBe('half a');
  });

  it('goes with its subevent to another place in the group', async () => {
    const inner = (id: string) => makeEvent(id, { thread: makeThread({ id }) });
    const event = makeEvent('outer', { kind: 'like', subevents: [inner('a'), inner('b')] });
    const { card } = await showLive(event);
    await userEvent.click(all(card, '[part~=comment-action]')[0] as HTMLElement);
    await until(() => focused() === field(card));
    await userEvent.keyboard('half a');
    card.event = { ...event, subevents: [inner('new'), inner('b'), inner('a')] };
    await card.updateComplete;
    const drafts = parts(card, 'subevent').map((some) =>
      all<HTMLTextAreaElement>(some, 'textarea').map(({ value }) => value),
    );
    expect(drafts).toEqual([[], [], ['half a']]);
    await userEvent.click(button(card, 'Send'));
    expect(field(card).value).toBe('');
  });

  it('makes its card one that is in use, so that the list never gives it up', async () => {
    const { card } = await showOpen();
    const host = card.parentElement ?? card;
    await userEvent.keyboard('half a');
    field(card).blur();
    expect(inUse(host)).toBe(true);
    await userEvent.clear(field(card));
    field(card).blur();
    expect(inUse(host)).toBe(false);
  });

  it('keeps the keys of a text field to itself: the feed does not move', async () => {
    const events = makeEvents(3).map((event) => ({
      ...event,
      thread: makeThread({ comments: makeComments(1) }),
    }));
    const source: FeedSource = { ...sourceOf(events).source, comment: () => new Promise(() => undefined) };
    const list: FeedList = await showLoaded(source);
    const [, second] = cardsOf(list);
    if (!second) throw new Error('unreachable');
    await userEvent.click(field(second));
    for (const key of ['{PageDown}', '{PageUp}', '{Control>}{End}{/Control}', '{Control>}{Home}{/Control}']) {
      await userEvent.keyboard(key);
      expect(focused()).toBe(field(second));
    }
  });
});

describe('in a list, a draft', () => {
  async function showDraft() {
    const comment = () => new Promise<undefined>(() => undefined);
    const living = livingSource(4, { comment }, (id) =>
      makeEvent(id, { thread: makeThread({ id, comments: makeComments(1) }) }),
    );
    const list = await showLoaded(living.source, { poll: 0 });
    const card = cardsOf(list)[2];
    if (!card) throw new Error('unreachable');
    const draft = field(card);
    await userEvent.fill(draft, 'half a');
    draft.setSelectionRange(4, 4);
    const expectKept = () => {
      expect(focused()).toBe(draft);
      expect([draft.value, draft.selectionStart]).toEqual(['half a', 4]);
      expect(card.event?.id).toBe('e3');
    };
    return { living, list, expectKept };
  }

  it('is untouched when an event above it is deleted', async () => {
    const { living, list, expectKept } = await showDraft();
    living.remove('e1');
    await list.client?.checkNewer();
    await settled(list);
    expect(idsOf(list)).toEqual(['e2', 'e3', 'e4']);
    expect(cardsOf(list).map((card) => card.ariaPosInSet)).toEqual(['1', '2', '3']);
    expectKept();
  });

  it('is untouched when the feed is loaded anew', async () => {
    const { living, list, expectKept } = await showDraft();
    living.insert('new');
    living.remove('e4');
    await list.refresh();
    await settled(list);
    expect(idsOf(list)).toEqual(['new', 'e1', 'e2', 'e3']);
    expectKept();
  });

  it('is there again where its event comes with another page; the reader of another feed never sees it', async () => {
    const living = livingSource(9, { comment: () => Promise.resolve(undefined) }, (id) =>
      makeEvent(id, { thread: makeThread({ id, comments: makeComments(1) }) }),
    );
    const list = await showLoaded(living.source, { poll: 0, limit: 3, autoPages: 1 });
    const draft = () =>
      cardsOf(list)
        .filter((card) => card.event?.id === 'e3')
        .map((card) => field(card).value)[0];
    await userEvent.fill(field(one(list, '[aria-posinset="3"]')), 'half a');
    living.insert('a', 'b');
    await list.refresh();
    await settled(list);
    expect([idsOf(list), draft()]).toEqual([['b', 'a', 'e1'], undefined]);
    await list.loadMore();
    await settled(list);
    expect(draft()).toBe('half a');
    list.source = { ...living.source };
    await settled(list);
    await list.loadMore();
    await settled(list);
    expect(draft()).toBe('');
  });
});

describe('a comment that was written here', () => {
  it('is always seen, however long the talk is', async () => {
    const { card } = await showLive(
      withThread({ comments: [...makeComments(9), own('sent', 'My first'), own('sending', 'My second')] }),
    );
    const first = ['Comment number 1', 'Comment number 2', 'Comment number 3'];
    expect(texts(card)).toEqual([...first, 'My first', 'My second']);
    await userEvent.click(button(card, 'Show all 11 comments'));
    await until(() => texts(card).length === 11);
  });

  it('is seen, if it was the last, also when the source gives it as one of many', async () => {
    const { card, change } = await showLive(
      withThread({ comments: [...makeComments(9), own('sent', 'My first'), own('sent', 'My second')] }),
    );
    change('a', ({ comments }) => ({
      comments: comments.map(({ id, text }) => ({ id: `${id} there`, text })),
    }));
    await card.updateComplete;
    expect(texts(card).slice(3)).toEqual(['My second']);
    await userEvent.click(button(card, 'Show all 11 comments'));
    await until(() => texts(card).length === 11);
  });

  it('hides no others: without any there is nothing more to show', async () => {
    const { card } = await showLive(withThread({ comments: [...makeComments(3), own('sent')] }));
    expect(texts(card)).toHaveLength(4);
    expect(button(card, /^Show/).query()).toBeNull();
  });

  it('says that it is on its way, and no more when it is there', async () => {
    const { card, setState } = await showLive(withThread({ comments: [own('sending')] }));
    expect(textOf(part(card, 'comment'))).toBe('You Mine Sending…');
    setState('a', 'own Mine', 'sent');
    await card.updateComplete;
    expect(textOf(part(card, 'comment'))).toBe('You Mine');
    card.lang = 'ru';
    await card.updateComplete;
    expect(textOf(part(card, 'comment'))).toBe('Вы Mine');
  });

  it('that failed can be sent again, only by the reader, and the focus is not lost with the button', async () => {
    const { card, reader, setState } = await showLive(withThread({ comments: [own('failed')] }));
    expect(textOf(part(card, 'comment-error'))).toBe('Not sent. Try again Edit');
    const again = button(card, 'Try again');
    (again.element() as HTMLElement).click();
    expect(reader.sendAgain).not.toHaveBeenCalled();
    await userEvent.click(again);
    expect(reader.sendAgain.mock.calls.map(([{ id }, comment]) => [id, comment.text])).toEqual([
      ['a', 'Mine'],
    ]);
    await until(() => parts(card, 'comment-error').length === 0);
    expect(focused()).toBe(part(card, 'comment'));
    // Nor once it was sent, and is a comment like any other.
    setState('a', 'own Mine', undefined);
    await card.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(focused()).toBe(part(card, 'comment'));
  });

  it('is sent again only if the page lets it', async () => {
    const { card, reader } = await showLive(withThread({ comments: [own('failed')] }));
    const texts: string[] = [];
    card.addEventListener('event-comment', (told) => {
      texts.push(told.text);
      told.preventDefault();
    });
    await userEvent.click(button(card, 'Try again'));
    expect(texts).toEqual(['Mine']);
    expect(reader.sendAgain).not.toHaveBeenCalled();
    await expect.element(button(card, 'Try again')).toBeVisible();
  });

  it('that failed can be written anew: its text comes before what stands in the field', async () => {
    const { card, reader } = await showOpen({ comments: [own('failed', 'First')] });
    await userEvent.keyboard('second');
    await userEvent.click(button(card, 'Edit'));
    await until(() => parts(card, 'comment').length === 0);
    expect(field(card).value).toBe('First\nsecond');
    expect(focused()).toBe(field(card));
    expect(reader.withdraw).toHaveBeenCalledTimes(1);
    await expect.element(button(card, 'Send')).toBeVisible();
  });

  it('that failed cannot be sent where nothing can any more, and is not lost', async () => {
    const { card } = await showLive(withThread({ comments: [own('failed')], commentable: false }));
    expect(textOf(part(card, 'comment'))).toBe('You Mine Not sent.');
  });
});

describe('a subevent', () => {
  it('has a talk of its own', async () => {
    const inner = makeEvent('inner', { thread: makeThread({ comments: makeComments(1) }) });
    const outer = makeEvent('outer', { thread: makeThread(), subevents: [inner] });
    const { card, reader } = await showLive(outer);
    const told = collect('event-comment');
    // Calm: the field below a subevent waits until it is wanted.
    expect(fields(card)).toEqual([]);
    await userEvent.click(commentAction(part(card, 'subevent')));
    await until(() => focused() === field(part(card, 'subevent')));
    await userEvent.keyboard('Inside{Control>}{Enter}{/Control}');
    expect(reader.comment.mock.calls.map(([{ id }, text]) => [id, text])).toEqual([['inner', 'Inside']]);
    expect(told.map(({ event }) => event.id)).toEqual(['inner']);
    await until(() => texts(part(card, 'subevent')).includes('Inside'));
    expect(fields(card)).toHaveLength(1);
  });
});

it('in a window of 320 px nothing is cut off, four levels deep, in Russian', async () => {
  await page.viewport(320, 700);
  let event = makeEvent('4', { thread: makeThread({ comments: [own('failed', 'w'.repeat(99))] }) });
  for (const id of ['3', '2', '1'])
    event = makeEvent(id, { thread: makeThread({ comments: makeComments(1) }), subevents: [event] });
  const { card } = await showLive(event);
  card.lang = 'ru';
  await card.updateComplete;
  for (const action of parts(card, 'comment-action')) {
    await userEvent.click(action);
    await userEvent.keyboard('Черновик');
  }
  expect(fields(card)).toHaveLength(4);
  expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
  const { right } = card.getBoundingClientRect();
  for (const child of all(card, 'button, textarea'))
    expect(child.getBoundingClientRect().right).toBeLessThanOrEqual(right);
});
