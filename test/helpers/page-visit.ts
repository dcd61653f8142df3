import { chromium, type Browser, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** What a page did that a reader or its owner would notice. */
export interface Visit {
  readonly page: Page;
  /** Errors and warnings in the console. */
  readonly complaints: readonly string[];
  /** Every line in the console. */
  readonly lines: readonly string[];
  /** What was thrown and not caught, also in promises. */
  readonly thrown: readonly string[];
  readonly dialogs: readonly string[];
  /** Addresses of all requests, also of those that were stopped. */
  readonly requests: readonly string[];
  /** The same in full: method, address, headers and body as one text each. */
  readonly sent: readonly string[];
  /** What was noticed inside the page. */
  seen(): Promise<Seen>;
}

export interface Seen {
  /** Of the Content-Security-Policy. */
  readonly violations: readonly string[];
  /** `feed-error` events. */
  readonly errors: readonly { message: string; code?: number; option?: string; kind?: string }[];
  /** How often `window.__pwn` was set: what the payloads of the hostile tables do. */
  readonly pwned: number;
}

declare global {
  interface Window {
    __seen: { violations: string[]; errors: Seen['errors'][number][]; pwned: number };
  }
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(env && { env: { ...process.env, ...env } }),
  });
}

/**
 * Opens a page in a fresh profile, which is closed when the test has finished. The sandbox's pictures are
 * answered with one pixel; every other foreign host is out of reach.
 */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 900, height: 800 } });
  onTestFinished(() => context.close());
  const { origin } = new URL(url);
  await context.route(
    (requested) => requested.origin !== origin,
    (route) =>
      new URL(route.request().url()).origin === 'https://media.sandbox.example'
        ? route.fulfill({ contentType: 'image/png', body: PIXEL })
        : route.abort(),
  );
  await context.addInitScript(watch);
  const page = await context.newPage();
  const complaints: string[] = [];
  const lines: string[] = [];
  const thrown: string[] = [];
  const dialogs: string[] = [];
  const requests: string[] = [];
  const sent: string[] = [];
  page.on('console', (line) => {
    lines.push(line.text());
    if (['error', 'warning', 'assert'].includes(line.type()))
      complaints.push(`${line.type()}: ${line.text()}`);
  });
  page.on('pageerror', (error) => thrown.push(error.stack ?? String(error)));
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    requests.push(request.url());
    const headers = JSON.stringify(request.headers());
    sent.push(`${request.method()} ${request.url()}\n${headers}\n${request.postData() ?? ''}`);
  });
  await page.goto(url);
  return {
    page,
    complaints,
    lines,
    thrown,
    dialogs,
    requests,
    sent,
    seen: () => page.evaluate(() => window.__seen),
  };
}

/** Runs in the page, before anything else. */
function watch(): void {
  const seen: Window['__seen'] = { violations: [], errors: [], pwned: 0 };
  window.__seen = seen;
  Object.defineProperty(window, '__pwn', {
    set: () => {
      seen.pwned += 1;
    },
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  document.addEventListener('feed-error', ({ error }) => {
    const { message } = error;
    const code = 'code' in error ? error.code : undefined;
    const option = 'option' in error ? error.option : undefined;
    const kind = 'kind' in error ? error.kind : undefined;
    seen.errors.push({ message, ...(code && { code }), ...(option && { option }), ...(kind && { kind }) });
  });
}
