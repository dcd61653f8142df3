import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandboxServer, type SandboxServer } from '../../demo/sandbox/http-server.js';
import { drawnCards, feedSettled } from '../helpers/feed-in-page.js';
import { CLASSIC, classicTag, feedTag, hostPage, moduleTag, MODULE } from '../helpers/host-page.js';
import { passOn, startPageServer, type PageServer } from '../helpers/page-server.js';
import { launchBrowser, visit } from '../helpers/page-visit.js';

// The rest of the matrix of `threats.md` §9 is in script-tag.test.ts.
const root = fileURLToPath(new URL('../../', import.meta.url));

let browser: Browser;
let site: PageServer;
let server: SandboxServer;
let app: string;

beforeAll(async () => {
  [browser, site, server, app] = await Promise.all([
    launchBrowser(),
    startPageServer(),
    startSandboxServer({ port: 0 }),
    bundle(`${root}dist/define.js`),
  ]);
  site.backend = passOn(server.url);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close(), server.close()]);
});

/** What an app gets from the npm package: with Lit as it is on npm. */
async function bundle(input: string): Promise<string> {
  const made = (await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, modulePreload: false, rolldownOptions: { input } },
  })) as Rolldown.RolldownOutput;
  return made.output[0].code;
}

const BOTH = [feedTag(), feedTag({ format: 'xml' })];
const enforced = (names: string) => `require-trusted-types-for 'script'; trusted-types ${names}`;
const open = async (csp: string, ...body: string[]) => {
  const opened = await visit(browser, site.page(hostPage(...BOTH, ...body), csp));
  await feedSettled(opened.page);
  const { errors, violations } = await opened.seen();
  return { ...(await drawnCards(opened.page)), thrown: opened.thrown, errors, violations };
};

describe('under enforced Trusted Types, in JSON and in XML', () => {
  it.each([
    ['ES module', MODULE],
    ['classic script', CLASSIC],
  ])('the %s draws by the page’s own default policy, though its own name is not listed', async (_, tag) => {
    const policy = classicTag(
      site.script(`trustedTypes.createPolicy('default', { createHTML: (text) => text });`),
    );
    const { cards, drawn, thrown, errors } = await open(enforced('default'), policy, tag);
    expect([cards, drawn, thrown, errors]).toEqual([20, 20, [], []]);
  });

  it('the npm build draws where Lit’s name and the package’s are listed', async () => {
    const tag = moduleTag(site.script(app));
    expect(await open(enforced('lit-html whats-new-feed'), tag)).toEqual({
      cards: 20,
      drawn: 20,
      thrown: [],
      errors: [],
      violations: [],
    });
  });

  it('the npm build draws JSON where only Lit’s name is listed; XML is an error and nothing is thrown', async () => {
    const { cards, drawn, thrown, errors } = await open(enforced('lit-html'), moduleTag(site.script(app)));
    expect([cards, drawn, thrown]).toEqual([10, 10, []]);
    expect(errors).toHaveLength(1);
  });
});

describe('what is built from this library’s own code', () => {
  /** All that could make markup or a program of a text, speak to other frames, or stay behind in the browser. */
  const SINKS =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|text\/html|srcdoc|\beval\(|new Function|createElement\(["'`]script|Listener\(["'`]message|(?:window|self|globalThis)\.onmessage|unload\b|localStorage|indexedDB|document\.cookie|sendBeacon/;
  const chunks = (entry: string, found = new Set<string>()): Set<string> => {
    if (found.has(entry)) return found;
    found.add(entry);
    const code = readFileSync(root + entry, 'utf8');
    for (const [, path = ''] of code.matchAll(/(?:from|import)\s*\(?["'](\.[^"']+)["']/g))
      chunks(new URL(path, `file:///${entry}`).pathname.slice(1), found);
    return found;
  };

  it('has no such thing in it (S1, S9, S11, C15)', () => {
    const files = [...chunks('dist/define.js')];
    expect(files.length).toBeGreaterThan(5);
    for (const file of files)
      expect(SINKS.exec(readFileSync(root + file, 'utf8'))?.[0], file).toBeUndefined();
  });

  it('is told apart from Lit, which has', () => {
    expect(readFileSync(`${root}node_modules/lit-html/lit-html.js`, 'utf8')).toMatch(SINKS);
  });
});
