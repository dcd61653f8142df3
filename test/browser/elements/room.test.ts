import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { makeEvents, sourceOf } from '../../helpers/feed-fixtures.js';
import { cardsOf, one, settled } from './support.js';

const list = () => html`<feed-list .source=${sourceOf(makeEvents(5)).source}></feed-list>`;

const places = {
  'a dialog': () => html`<dialog open>${list()}</dialog>`,
  'a row': () => html`<div style="display: flex">${list()}</div>`,
  'a column that is centred': () =>
    html`<div style="display: flex; flex-direction: column; align-items: center">${list()}</div>`,
  'a float': () => html`<div style="float: left">${list()}</div>`,
  'a corner': () => html`<div style="position: absolute; inset-inline-end: 0">${list()}</div>`,
  'a cell of a table': () =>
    html`<table>
      <tr>
        <td>${list()}</td>
      </tr>
    </table>`,
};

async function showIn(place: () => unknown): Promise<FeedList> {
  const shown = one<FeedList>(await fixture(html`<div>${place()}</div>`), 'feed-list');
  await settled(shown);
  return shown;
}

const widthOfCard = (shown: FeedList) => cardsOf(shown)[0]?.getBoundingClientRect().width;

beforeEach(() => page.viewport(1000, 700));
afterEach(() => page.viewport(800, 600));

describe.each(Object.entries(places))('in %s, where the page gives it no width', (_, place) => {
  it('a list is as wide as a text is to be', async () => {
    expect(widthOfCard(await showIn(place))).toBeCloseTo(600, 0);
  });

  it('a list is no wider than a small screen', async () => {
    await page.viewport(360, 700);
    expect(widthOfCard(await showIn(place))).toBeGreaterThan(280);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });
});

it('a list has the width that the page gives it', async () => {
  const wide = await showIn(() => html`<div style="inline-size: 900px">${list()}</div>`);
  expect(widthOfCard(wide)).toBe(900);
  const narrow = await showIn(
    () =>
      html`<div style="display: grid; grid-template-columns: 1fr 280px">
        <p>Main</p>
        ${list()}
      </div>`,
  );
  expect(widthOfCard(narrow)).toBe(280);
});

it('in a box that scrolls, a list makes the page no higher', async () => {
  await showIn(
    () => html`
      <div style="block-size: 400px; overflow: auto">
        <div style="block-size: 3000px">Above</div>
        ${list()}
      </div>
    `,
  );
  expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(innerHeight);
});
