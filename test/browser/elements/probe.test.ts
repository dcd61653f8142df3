import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { everyKind, sourceOf, makeEvents } from '../../helpers/feed-fixtures.js';
import { button, cardsOf, settled, showLoaded, at, refused, textOf, part } from './support.js';
describe('probe', () => {
  it('works', async () => {
    const t = performance.now();
    const list = await showLoaded(sourceOf(everyKind()).source, { limit: 30 });
    console.log(cardsOf(list).length, performance.now() - t, innerWidth, innerHeight, navigator.language, refused.length);
    console.log(cardsOf(list).map((c) => c.ariaLabel).join('\n'));
    console.log(cardsOf(list).map((c) => c.outerHTML).slice(0,2).join('\n'));
    const t2 = performance.now();
    console.log(at(list).getByRole('button').elements().length, performance.now() - t2);
    const others = button(list, '998 others');
    await userEvent.click(others);
    console.log(performance.now() - t2, others.element().outerHTML);
    const t3 = performance.now();
    await userEvent.click(part(cardsOf(list)[3]!, 'image')!.parentElement!);
    console.log(performance.now() - t3);
    await userEvent.tab();
    expect(1).toBe(1);
  });
  it('pages', async () => {
    const { source, requests } = sourceOf(makeEvents(100));
    const list = await showLoaded(source);
    await settled(list);
    console.log(requests.length, cardsOf(list).length, document.documentElement.scrollHeight);
    for (let i = 0; i < 12; i++) { scrollTo(0, 1e6); await settled(list); console.log(requests.length); }
    await userEvent.click(button(list, 'Load more'));
    await settled(list);
    console.log(requests.length);
    await userEvent.wheel(list, { delta: { y: 3000 } });
    await settled(list);
    console.log(requests.length);
  });
});
