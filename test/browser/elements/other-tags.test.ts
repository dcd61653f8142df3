import { expect, it } from 'vitest';
import { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { makeEvents, sourceOf } from '../../helpers/feed-fixtures.js';
import { cardsOf, collect, one, settled, showLoaded } from './support.js';

class NewsList extends FeedList {}
customElements.define('news-list', NewsList);

it('a list under a tag of its own shows its feed beside one under the usual tag', async () => {
  const loads = collect('feed-load');
  const usual = await showLoaded(sourceOf(makeEvents(3)).source);
  const own = new NewsList();
  own.setAttribute('heading-level', '4');
  own.source = sourceOf(makeEvents(2, 'n')).source;
  usual.after(own);
  await settled(own);
  expect([cardsOf(usual).length, cardsOf(own).length]).toEqual([3, 2]);
  expect(loads.map(({ target }) => target)).toEqual([usual, own]);
  expect(one(own, '[part=heading]').ariaLevel).toBe('3');
});
