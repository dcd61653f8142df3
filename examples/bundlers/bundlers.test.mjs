import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, open } from '../browser.mjs';
import { expectFeed } from '../feed-app.mjs';
import { npm } from '../package.mjs';
import { start, startSandbox } from '../start.mjs';

const browser = await launch();
const env = { BACKEND: await startSandbox() };
const addresses = new Map();
for (const bundler of ['esbuild', 'vite', 'webpack']) {
  npm(['run', `build:${bundler}`], fileURLToPath(new URL('.', import.meta.url)));
  const args = ['bundlers', 'built', `dist/${bundler}`];
  addresses.set(bundler, await start('serve-app.mjs', { args, env }));
}

/** Opens a page and gives the text of all scripts that it has loaded by then too. */
async function openWithCode(url, seen) {
  const { page, complaints } = await open(browser, 'about:blank');
  const scripts = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text());
  });
  await page.goto(url);
  await seen(page);
  return { complaints, code: (await Promise.all(scripts)).join('\n') };
}

for (const [bundler, url] of addresses) {
  describe(bundler, () => {
    it('shows a feed, and its elements are made with Lit', async () => {
      const { complaints, code } = await openWithCode(url, expectFeed);
      assert.deepEqual(complaints, []);
      assert.match(code, /litHtmlVersions/);
      assert.match(code, /reactiveElementVersions/);
    });

    it('has no Lit and no element in a page of the client core and one source', async (test) => {
      const { complaints, code } = await openWithCode(`${url}core.html`, (page) =>
        page.locator('#status', { hasText: /^5 events$/ }).waitFor(),
      );
      assert.deepEqual(complaints, []);
      assert.doesNotMatch(code, /litHtmlVersions|reactiveElementVersions|attachShadow|customElements/);
      test.diagnostic(`${code.length} bytes`);
    });
  });
}
