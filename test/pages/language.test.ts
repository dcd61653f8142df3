import { describe, expect, it } from 'vitest';
import { feedSettled } from '../helpers/feed-in-page.js';
import { CLASSIC, classicTag, feedTag, hostPage, MODULE, STRICT_CSP } from '../helpers/host-page.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit, type Visit } from '../helpers/page-visit.js';

const { browser, site } = await openPageStage();

const FILE = 'whats-new-feed.ru.min.js';
const asked = ({ requests }: Visit) => requests.filter((url) => url.endsWith(FILE)).length;

const headings = ({ page }: Visit) =>
  page.evaluate(() =>
    [...document.querySelectorAll('feed-list')].map((feed) =>
      feed.shadowRoot?.querySelector('[part=heading]')?.textContent?.trim(),
    ),
  );

const firstVerb = ({ page }: Visit) =>
  page.evaluate(() =>
    document
      .querySelector('feed-list')
      ?.shadowRoot?.querySelector('[role=feed] event-card')
      ?.shadowRoot?.querySelector('[part=verb]')
      ?.textContent?.trim(),
  );

describe.each([
  ['ES module', MODULE],
  ['classic script', CLASSIC],
])('Russian beside the %s', (_, tag) => {
  it('is got once under the strict Content-Security-Policy, for all that shall speak it', async () => {
    const lists = [feedTag({ lang: 'ru' }), feedTag({ lang: 'ru-RU' }), feedTag({ lang: 'en' })];
    const opened = await visit(browser, site.page(hostPage(...lists, tag), STRICT_CSP));
    await feedSettled(opened.page);
    await expect.poll(() => headings(opened)).toEqual(['Что нового', 'Что нового', "What's new"]);
    await expect.poll(() => firstVerb(opened)).toMatch(/^[\u0400-\u04ff]/);
    expect(asked(opened)).toBe(1);
    expect([opened.thrown, opened.complaints, (await opened.seen()).violations]).toEqual([[], [], []]);
  });

  it.each(['en', 'de', 'tlh', 'toString'])('is not got for lang="%s"', async (lang) => {
    const opened = await visit(browser, site.page(hostPage(feedTag({ lang }), tag), STRICT_CSP));
    await feedSettled(opened.page);
    expect([await headings(opened), asked(opened)]).toEqual([["What's new"], 0]);
  });

  it('leaves English where it cannot be got, and says so once', async () => {
    const only = `script-src ${site.origin}/whats-new-feed.min.js ${site.origin}/whats-new-feed.classic.min.js`;
    const opened = await visit(
      browser,
      site.page(hostPage(feedTag({ lang: 'ru' }), feedTag({ lang: 'ru' }), tag), only),
    );
    await feedSettled(opened.page);
    const told = () => opened.lines.filter((line) => line.includes('"%s" could not be loaded'));
    await expect.poll(told).toHaveLength(1);
    expect([await headings(opened), opened.thrown]).toEqual([["What's new", "What's new"], []]);
  });
});

describe('what a host says itself', () => {
  it('stays when Russian comes later', async () => {
    const host = site.script(`
      WhatsNewFeed.registerVerbs('ru', { share: 'прислал привет' });
      document.querySelector('feed-list').source = { name: 'own', page: async () => ({ warnings: [], events: [
        { id: '1', kind: 'event', verb: 'share', authors: [], authorCount: 0, attachments: [], subevents: [],
          subeventCount: 0, actionLinks: [] },
      ] }) };
    `);
    const opened = await visit(
      browser,
      site.page(hostPage('<feed-list lang="ru"></feed-list>', CLASSIC, classicTag(host))),
    );
    await expect.poll(() => headings(opened)).toEqual(['Что нового']);
    expect(await firstVerb(opened)).toBe('прислал привет');
  });

  it('as a Russian of its own is used instead', async () => {
    const host = site.script(`
      WhatsNewFeed.registerTranslation({ $code: 'ru', $name: 'Русский', $dir: 'ltr', feed: 'Новости' });
    `);
    const opened = await visit(
      browser,
      site.page(hostPage(CLASSIC, classicTag(host), feedTag({ lang: 'ru' }))),
    );
    await feedSettled(opened.page);
    expect([await headings(opened), asked(opened)]).toEqual([['Новости'], 0]);
  });
});
