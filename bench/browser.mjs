// A browser, a page in it, and what the browser knows about the page.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { findBrowser } from '../scripts/find-browser.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing leaves this machine.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
const MEGABYTE = 2 ** 20;

export async function launch() {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({ executablePath, args: ARGS, ...(env && { env: { ...process.env, ...env } }) });
}

/** Closing may hang where a page does. */
export const close = (closable) =>
  Promise.race([closable.close(), new Promise((resolve) => setTimeout(resolve, 5000))]).catch(() => {});

/** Physical memory of the largest renderer in MB, its share of what is shared included. Undefined off Linux. */
async function pss(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...sizes) || undefined;
}

/** A fresh page in a renderer of its own. */
export class BenchPage {
  static async open(browser, url) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const opened = new BenchPage(browser, context, page, await context.newCDPSession(page));
    await opened.session.send('Performance.enable', { timeDomain: 'timeTicks' });
    await page.goto(url);
    await page.waitForFunction('window.bench');
    return opened;
  }

  constructor(browser, context, page, session) {
    Object.assign(this, { browser, context, page, session, errors: [] });
    page.on('pageerror', (error) => this.errors.push(String(error).slice(0, 200)));
  }

  /** Calls a function of `page/probe.js`. */
  async call(name, ...parameters) {
    try {
      return await this.page.evaluate(
        ([name, parameters]) => (window.running = window.bench[name](...parameters)),
        [name, parameters],
      );
    } catch (error) {
      // In long runs the debugger has been seen to say this of promises that the page holds and that do resolve.
      if (!error.message.includes('garbage collected')) throw error;
      return this.page.evaluate(() => window.running);
    }
  }

  /** As {@link call}; `work` is all that the main thread did meanwhile, in ms. */
  async measure(name, ...parameters) {
    const before = await this.#metrics();
    const result = await this.call(name, ...parameters);
    const after = await this.#metrics();
    return { ...result, work: (after.TaskDuration - before.TaskDuration) * 1000 };
  }

  /** What is left after two collections. */
  async memory() {
    for (let i = 0; i < 2; i += 1) await this.session.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize, Nodes, JSEventListeners } = await this.#metrics();
    return {
      heap: JSHeapUsedSize / MEGABYTE,
      nodes: Nodes,
      listeners: JSEventListeners,
      pss: await pss(this.browser),
    };
  }

  close() {
    return close(this.context);
  }

  async #metrics() {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
}
