import type { Browser } from 'playwright';
import { afterAll } from 'vitest';
import { startSandboxServer, type SandboxServer } from '../../demo/sandbox/http-server.js';
import { passOn, startPageServer, type PageServer } from './page-server.js';
import { launchBrowser } from './page-visit.js';

export interface PageStage {
  readonly browser: Browser;
  /** Serves the pages of the tests; what they ask for goes on to the sandbox. */
  readonly site: PageServer;
  readonly server: SandboxServer;
}

/** What the tests of one file need to look at pages with feeds of the sandbox; closed after the last of them. */
export async function openPageStage(): Promise<PageStage> {
  const [browser, site, server] = await Promise.all([
    launchBrowser(),
    startPageServer(),
    startSandboxServer({ port: 0 }),
  ]);
  site.backend = passOn(server.url);
  afterAll(async () => {
    await Promise.all([browser.close(), site.close(), server.close()]);
  });
  return { browser, site, server };
}
