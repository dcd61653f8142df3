// What is expected of a feed in any page, whatever built it.
import assert from 'node:assert/strict';

/** Cards, a typed event, a replaced slot, a property and a restyled part. */
export async function expectFeed(page) {
  await page.locator('feed-list event-card').first().waitFor();
  await page.locator('#status', { hasText: /^\d+ events$/ }).waitFor();
  const feed = await page.locator('feed-list').evaluate((list) => {
    const card = list.shadowRoot.querySelector('[part~="card"]');
    return {
      limit: list.limit,
      events: list.events.length,
      cards: list.shadowRoot.querySelectorAll('event-card').length,
      heading: list.shadowRoot.querySelector('slot[name="header"]').assignedElements()[0]?.textContent,
      border: card && getComputedStyle(card).borderLeftColor,
    };
  });
  assert.equal(feed.limit, 5);
  assert.ok(feed.events >= 5 && feed.events % 5 === 0);
  assert.equal(feed.cards, feed.events);
  assert.equal(feed.heading, 'What our friends do');
  assert.equal(feed.border, 'rgb(0, 128, 128)');
}

/** What the page holds in memory when nothing is left to collect. */
export async function holds(page) {
  const devtools = await page.context().newCDPSession(page);
  for (let i = 0; i < 3; i += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { documents, nodes, jsEventListeners: listeners } = await devtools.send('Memory.getDOMCounters');
  const lists = await count(devtools, 'feed-list');
  const cards = await count(devtools, 'event-card');
  await devtools.detach();
  return { lists, cards, documents, nodes, listeners };
}

/** How many objects of a class there are, in the page or forgotten. */
async function count(devtools, tag) {
  const { result: prototype } = await devtools.send('Runtime.evaluate', {
    expression: `customElements.get('${tag}').prototype`,
  });
  const { objects } = await devtools.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  return result.value;
}

/** Does `again` twice to warm up and 20 times more: nothing of these may be left. */
export async function expectNoLeak(page, test, again) {
  for (let i = 0; i < 2; i += 1) await again();
  const before = await holds(page);
  for (let i = 0; i < 20; i += 1) await again();
  const after = await holds(page);
  test.diagnostic(`before ${JSON.stringify(before)}, after 20 times ${JSON.stringify(after)}`);
  // A classic script's own `const` may hold one, and so may a framework's development build for a while.
  for (const what of ['lists', 'cards', 'documents']) assert.ok(after[what] <= before[what], what);
  // A few nodes of room for the page's own: one list has hundreds.
  assert.ok(after.nodes - before.nodes < 20);
  assert.ok(after.listeners - before.listeners < 3);
}

/** Goes to the page without a feed and back, by the app's own links. */
export async function awayAndBack(page) {
  await page.getByRole('link', { name: 'About' }).click();
  await page.locator('feed-list').waitFor({ state: 'detached' });
  await page.getByText('A page without a feed.').waitFor();
  await page.getByRole('link', { name: 'News' }).click();
  await page.locator('feed-list event-card').first().waitFor();
}
