import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { ConfigError } from '../../../src/http/errors.js';
import { registerSource } from '../../../src/sources/registry.js';
import type { SourceAttributes } from '../../../src/sources/source.js';
import { heldSource, makeEvents, makePage, sourceOf } from '../../helpers/feed-fixtures.js';
import {
  all,
  at,
  button,
  cardsOf,
  collect,
  collectRejections,
  idsOf,
  parts,
  settled,
  showList,
  showLoaded,
  textOf,
  until,
} from './support.js';

const alertOf = (list: FeedList) => textOf(all(list, '[role="alert"]')[0]);

/** Every promise that can settle has settled, and the list has drawn what came of it. */
const quiet = settled;

describe('wrong attributes', () => {
  const good = 'source="mailru" endpoint="https://feeds.example/api" app-id="1" token-url="/feed-token"';
  const wrong = (change: string) => {
    const name = change.replace(/[=!].*/, '');
    const kept = good.replace(new RegExp(`${name}="[^"]*"`), '');
    return `<feed-list ${kept} ${change.includes('!') ? '' : change}></feed-list>`;
  };

  it.each([
    ['endpoint!', 'endpoint'],
    ['endpoint="http://feeds.example/api"', 'endpoint'],
    ['endpoint="ftp://feeds.example/api"', 'endpoint'],
    ['app-id!', 'app-id'],
    ['app-id="x"', 'app-id'],
    ['token-url!', 'token-url'],
    ['format="yaml"', 'format'],
    ['filter-app="x"', 'filter-app'],
    ['uid="me"', 'uid'],
    ['limit="-1"', 'limit'],
    ['limit="0"', 'limit'],
    ['limit="many"', 'limit'],
    ['limit="1.5"', 'limit'],
    ['limit="9999"', 'limit'],
    ['source="nobody"', 'source'],
    ['source!', 'source'],
  ])('%s: the list names the attribute, and feed-error is fired once', async (change, attribute) => {
    const errors = collect('feed-error');
    const rejections = collectRejections();
    const list = await fixture<FeedList>(wrong(change));
    await quiet(list);
    expect(errors.map(({ error }) => error)).toEqual([expect.any(ConfigError)]);
    expect(list.error).toMatchObject({ kind: 'config', advice: 'setup', option: attribute });
    expect(list.status).toBe('error');
    expect(alertOf(list)).toContain('not set up correctly');
    expect(alertOf(list)).toContain(attribute);
    // Trying again would change nothing.
    expect(button(list, 'Try again').query()).toBeNull();
    expect(rejections).toEqual([]);
  });

  it('are mended by setting them right', async () => {
    const { source } = sourceOf(makeEvents(2));
    const given: SourceAttributes[] = [];
    registerSource('mended', (attributes) => {
      given.push(attributes);
      if (!attributes.feed && !attributes.uid) throw new ConfigError('Set uid.', { option: 'uid' });
      return source;
    });
    const list = await fixture<FeedList>('<feed-list source="mended"></feed-list>');
    await quiet(list);
    expect(list.error?.option).toBe('uid');
    list.setAttribute('uid', '7');
    await until(() => cardsOf(list).length === 2);
    expect(list.error).toBeUndefined();
    expect(given.at(-1)).toMatchObject({ uid: '7' });
  });
});

describe('a tag whose source is registered later', () => {
  it('loads once its own name is registered, and no error is told', async () => {
    const list = await fixture<FeedList>('<feed-list source="late-one"></feed-list>');
    await quiet(list);
    expect(list.error?.option).toBe('source');
    const errors = collect('feed-error');
    registerSource('another-one', () => sourceOf(makeEvents(3)).source);
    await quiet(list);
    expect(list.error?.option).toBe('source');
    registerSource('late-one', () => sourceOf(makeEvents(2)).source);
    await until(() => cardsOf(list).length === 2);
    expect(list.error).toBeUndefined();
    expect(errors).toEqual([]);
  });

  it('and that shows a feed of this name already goes on with it', async () => {
    const { source, requests } = sourceOf(makeEvents(2));
    registerSource('twice', () => source);
    const list = await fixture<FeedList>('<feed-list source="twice"></feed-list>');
    await until(() => cardsOf(list).length === 2);
    registerSource('twice', () => sourceOf(makeEvents(5)).source);
    await quiet(list);
    expect(idsOf(list)).toEqual(['e1', 'e2']);
    expect(requests).toHaveLength(1);
  });
});

describe('attributes', () => {
  it('that are taken away are as if they had never been there', async () => {
    const given: SourceAttributes[] = [];
    registerSource('seen', (attributes) => {
      given.push(attributes);
      return sourceOf(makeEvents(1)).source;
    });
    const list = await fixture<FeedList>(
      '<feed-list source="seen" endpoint="https://feeds.example/" format="xml" uid="7" filter-app="8"></feed-list>',
    );
    await quiet(list);
    expect(given[0]).toMatchObject({ uid: '7', filterApp: '8', format: 'xml' });
    for (const name of ['format', 'uid', 'filter-app']) list.removeAttribute(name);
    await until(() => given.length > 1);
    // null would be refused by the sources as "no digits".
    expect(given.at(-1)).toMatchObject({ uid: undefined, filterApp: undefined, format: undefined });
  });

  it('may be left open as properties, too', async () => {
    // Checked by tsc, which is told to tell undefined from nothing.
    const open: { uid?: string | undefined } = {};
    const list = await fixture<FeedList>('<feed-list source="open" uid="7"></feed-list>');
    const given: SourceAttributes[] = [];
    registerSource('open', (attributes) => {
      given.push(attributes);
      return sourceOf(makeEvents(1)).source;
    });
    list.uid = open.uid;
    list.template = undefined;
    await quiet(list);
    expect(given.at(-1)).toMatchObject({ uid: undefined });
  });

  it('reach the source under the names of their properties', async () => {
    const given: SourceAttributes[] = [];
    registerSource('all', (attributes) => {
      given.push(attributes);
      return sourceOf(makeEvents(1)).source;
    });
    const values = {
      endpoint: 'https://feeds.example/',
      'app-id': '1',
      'api-key': 'key',
      feed: 'notification:123',
      'stream-id': '4da309',
      format: 'xml',
      'filter-app': '8',
      uid: '7',
      'sort-by': 'likes',
      ranking: 'popular',
    };
    const list = document.createElement('feed-list');
    list.setAttribute('source', 'all');
    for (const [name, value] of Object.entries(values)) list.setAttribute(name, value);
    document.body.append(list);
    await until(() => given.length > 0);
    list.remove();
    const named = Object.entries(values).map(([name, value]) => [
      name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]);
    expect(given[0]).toEqual({ ...Object.fromEntries(named), token: undefined });
  });

  it('limit has its default again when it is taken away', async () => {
    const { source, requests } = sourceOf(makeEvents(3));
    const list = await fixture<FeedList>(html`<feed-list limit="2" .source=${source}></feed-list>`);
    await quiet(list);
    list.removeAttribute('limit');
    await quiet(list);
    expect(list.error).toBeUndefined();
    expect(requests.at(-1)?.limit).toBe(10);
  });

  it('heading-level and label shape the outline', async () => {
    const { source } = sourceOf(makeEvents(1));
    const list = await fixture<FeedList>(
      html`<feed-list heading-level="4" label="Team news" .source=${source}></feed-list>`,
    );
    await quiet(list);
    const heading = at(list).getByRole('heading', { name: 'Team news', level: 3 });
    expect(textOf(heading.element() as HTMLElement)).toBe('Team news');
    expect(at(list).getByRole('feed', { name: 'Team news' }).query()).not.toBeNull();
    expect(at(list).getByRole('heading', { level: 4 }).elements()).toHaveLength(1);
  });
});

describe('a list without any source', () => {
  it('is quiet: no error, no request, no skeleton, only its heading', async () => {
    const errors = collect('feed-error');
    const list = await fixture<FeedList>('<feed-list></feed-list>');
    await quiet(list);
    expect(errors).toEqual([]);
    expect(list.status).toBe('idle');
    expect(list.events).toEqual([]);
    expect(parts(list, 'skeleton')).toEqual([]);
    expect(all(list, '[role="alert"]')).toEqual([]);
    await list.loadMore();
    await list.retry();
    await list.refresh();
    expect(list.status).toBe('idle');
  });

  it('loads as soon as it gets one', async () => {
    const list = await fixture<FeedList>('<feed-list></feed-list>');
    await quiet(list);
    list.source = sourceOf(makeEvents(2)).source;
    await until(() => cardsOf(list).length === 2);
  });
});

describe('another source', () => {
  it('while the first page is under way: the old one is told to stop, and never shown (C02)', async () => {
    const loads = collect('feed-load');
    const old = heldSource();
    const next = heldSource();
    const list = await showList(old.source);
    list.source = next.source;
    await until(() => next.requests.length === 1);
    expect(old.request(1).signal.aborted).toBe(true);
    old.request(1).resolve(makePage(makeEvents(3, 'old')));
    await new Promise(requestAnimationFrame);
    expect(idsOf(list)).toEqual([]);
    next.request(1).resolve(makePage(makeEvents(2, 'next')));
    await quiet(list);
    expect(idsOf(list)).toEqual(['next1', 'next2']);
    expect(loads.map(({ events }) => events[0]?.id)).toEqual(['next1']);
  });

  it('while a later page is under way: nothing of the old one stays, not even its cards', async () => {
    const old = heldSource();
    const list = await showList(old.source);
    old.request(1).resolve(makePage(makeEvents(1, 'old'), 'more'));
    await until(() => old.requests.length === 2);
    const next = heldSource();
    list.source = next.source;
    await until(() => next.requests.length === 1);
    await list.updateComplete;
    expect(idsOf(list)).toEqual([]);
    old.request(2).resolve(makePage(makeEvents(5, 'late')));
    next.request(1).resolve(makePage(makeEvents(1, 'next')));
    await quiet(list);
    expect(idsOf(list)).toEqual(['next1']);
  });

  it('after an error: the error is gone', async () => {
    const old = heldSource();
    const list = await showList(old.source);
    old.request(1).reject(new Error('x'));
    await quiet(list);
    expect(list.status).toBe('error');
    list.source = sourceOf(makeEvents(1)).source;
    await until(() => cardsOf(list).length === 1);
    expect(all(list, '[role="alert"]')).toEqual([]);
  });

  it('begins its automatic pages anew', async () => {
    const list = await showLoaded(sourceOf(makeEvents(9)).source, { limit: 1 });
    await until(() => cardsOf(list).length === 3);
    await expect.element(button(list, 'Load more')).toBeVisible();
    list.source = sourceOf(makeEvents(9, 'next')).source;
    await until(() => idsOf(list).join() === 'next1,next2,next3');
  });

  it('none at all empties the list', async () => {
    const list = await showLoaded(sourceOf(makeEvents(2)).source);
    delete list.source;
    Object.assign(list, { source: undefined });
    await until(() => cardsOf(list).length === 0);
    expect(list.status).toBe('idle');
  });
});

describe('a list that leaves the page', () => {
  it('tells its source to stop, and takes no late answer (C04)', async () => {
    const loads = collect('feed-load');
    const { source, request } = heldSource();
    const list = await showList(source);
    list.remove();
    await until(() => request(1).signal.aborted);
    request(1).resolve(makePage(makeEvents(2)));
    await new Promise(requestAnimationFrame);
    expect(list.events).toEqual([]);
    expect(loads).toEqual([]);
  });

  it('loads what it has missed when it comes back', async () => {
    const { source, requests, request } = heldSource();
    const list = await showList(source);
    const home = list.parentElement;
    list.remove();
    await until(() => request(1).signal.aborted);
    home?.append(list);
    await until(() => requests.length === 2);
    request(2).resolve(makePage(makeEvents(2)));
    await quiet(list);
    expect(idsOf(list)).toEqual(['e1', 'e2']);
  });

  it('shows its cards at once when it comes back, and asks for nothing', async () => {
    const { source, requests } = sourceOf(makeEvents(2));
    const list = await showLoaded(source);
    const before = cardsOf(list);
    const home = list.parentElement;
    list.remove();
    await new Promise(requestAnimationFrame);
    home?.append(list);
    await quiet(list);
    expect(cardsOf(list)).toEqual(before);
    expect(requests).toHaveLength(1);
  });

  it('and comes back in the same task keeps its request and its cards (C05)', async () => {
    const { source, requests, request } = heldSource();
    const list = await showList(source);
    const home = list.parentElement;
    const other = document.createElement('section');
    home?.append(other);
    other.append(list);
    await new Promise(requestAnimationFrame);
    expect(request(1).signal.aborted).toBe(false);
    request(1).resolve(makePage(makeEvents(2)));
    await quiet(list);
    const before = cardsOf(list);
    expect(before).toHaveLength(2);
    home?.prepend(list);
    await quiet(list);
    expect(cardsOf(list)).toEqual(before);
    expect(requests).toHaveLength(1);
  });
});

describe('however the element is made', () => {
  const { source } = sourceOf(makeEvents(2));
  const home = () => fixture<HTMLElement>(html`<div></div>`);
  const expectWorks = async (list: FeedList) => {
    await until(() => cardsOf(list).length === 2);
    expect(list.words).toBeDefined();
  };

  it('by document.createElement, with its properties set before it is in the page', async () => {
    const list = document.createElement('feed-list');
    list.source = source;
    list.label = 'Mine';
    list.limit = 5;
    (await home()).append(list);
    await expectWorks(list);
    expect(at(list).getByRole('feed', { name: 'Mine' }).query()).not.toBeNull();
  });

  it('by cloneNode of one that is shown', async () => {
    const first = await fixture<FeedList>('<feed-list label="Mine" limit="5" lang="ru"></feed-list>');
    const list = first.cloneNode(true) as FeedList;
    list.source = source;
    first.after(list);
    await expectWorks(list);
    expect(list).toMatchObject({ label: 'Mine', limit: 5, lang: 'ru' });
  });

  it('by innerHTML', async () => {
    const box = await home();
    box.innerHTML = '<feed-list limit="5"></feed-list>';
    const list = box.firstElementChild as FeedList;
    list.source = source;
    await expectWorks(list);
  });

  it('from a <template>, which is another document', async () => {
    const template = document.createElement('template');
    template.innerHTML = '<feed-list limit="5"></feed-list>';
    const list = document.importNode(template.content, true).firstElementChild as FeedList;
    list.source = source;
    (await home()).append(list);
    await expectWorks(list);
  });

  it('in this document, and adopted by that of a frame', async () => {
    const box = await home();
    const frame = document.createElement('iframe');
    box.append(frame);
    const list = await showLoaded(source);
    frame.contentDocument?.body.append(list);
    expect(list.ownerDocument).toBe(frame.contentDocument);
    await expectWorks(list);
  });

  it('before its tag is defined, with properties that were set on the unknown element (C20)', async () => {
    const list = document.createElement('late-list') as FeedList;
    Object.assign(list, { source, label: 'Mine', limit: 5, autoPages: 1 });
    list.setAttribute('heading-level', '5');
    (await home()).append(list);
    customElements.define('late-list', class extends FeedList {});
    await expectWorks(list);
    expect(list).toMatchObject({ label: 'Mine', limit: 5, autoPages: 1, headingLevel: 5, source });
    expect(Object.hasOwn(list, 'label')).toBe(false);
  });
});

describe('a factory of one\u2019s own', () => {
  it.each([
    [
      'throws',
      () => {
        throw new TypeError('boom');
      },
    ],
    ['gives nothing', () => undefined as never],
  ])('that %s is an error state and an event, not silence', async (what, factory) => {
    registerSource(`factory-that-${what}`, factory);
    const errors = collect('feed-error');
    const list = await showList(undefined, { source: `factory-that-${what}` });
    await until(() => alertOf(list));
    expect(errors.map(({ error }) => error)).toMatchObject([{ kind: 'config', option: 'source' }]);
  });
});

describe('a list that is out of the page', () => {
  it('asks for nothing, and begins anew when it is back', async () => {
    const asked: number[] = [];
    const list = await showList(undefined);
    const home = list.parentElement;
    list.remove();
    list.source = {
      name: 'counting',
      page: ({ limit }) => {
        asked.push(limit);
        return Promise.resolve(makePage(makeEvents(1)));
      },
    };
    list.limit = 5;
    await quiet(list);
    expect(asked).toEqual([]);
    home?.append(list);
    await until(() => asked.length > 0);
    expect(asked).toEqual([5]);
  });
});
