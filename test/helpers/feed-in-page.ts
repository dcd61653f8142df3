import type { Page } from 'playwright';
import type { EventCard } from '../../src/index.js';

/** Resolves when the first page of the feed stands there, or whatever stands in its place. */
export async function feedSettled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const feeds = [...document.querySelectorAll('feed-list')];
    return feeds.length > 0 && feeds.every(({ status }) => status === 'ready' || status === 'error');
  });
  await page.evaluate(async () => {
    for (const feed of document.querySelectorAll('feed-list')) await feed.updateComplete;
  });
}

/** Ids of the cards, as they stand in the page. */
export function cardIds(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('feed-list')].flatMap((feed) =>
      [...(feed.shadowRoot?.querySelectorAll<EventCard>('[role=feed] event-card') ?? [])].map(
        (card) => card.event?.id ?? '',
      ),
    ),
  );
}

/** How many cards there are, and whether each has something drawn in it once all had their turn. */
export function drawnCards(page: Page): Promise<{ cards: number; drawn: number }> {
  return page.evaluate(async () => {
    const cards = [...document.querySelectorAll('feed-list')].flatMap((feed) => [
      ...(feed.shadowRoot?.querySelectorAll<EventCard>('[role=feed] event-card') ?? []),
    ]);
    for (const card of cards) await card.updateComplete;
    const drawn = cards.filter((card) => card.shadowRoot?.querySelector('[part=headline]'));
    return { cards: cards.length, drawn: drawn.length };
  });
}

/** The text of the error that the first feed shows; undefined while it shows none. */
export function shownError(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    document.querySelector('feed-list')?.shadowRoot?.querySelector('[part=error]')?.textContent?.trim(),
  );
}
