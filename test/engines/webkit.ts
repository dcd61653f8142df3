import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { defineBrowserProvider, parseKeyDef } from '@vitest/browser';
import type { BrowserProvider, TestProject } from 'vitest/node';
import type { Delta } from './commands.js';

/** WebDriver's names of keys that type nothing, https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ' ': '\uE00D',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

type Key = [type: 'keyDown' | 'keyUp', key: string];

/** What is pressed for the text of `userEvent.keyboard`. */
function keysOf(text: string): Key[] {
  return parseKeyDef(text).flatMap(({ releasePrevious, releaseSelf, repeat, keyDef }): Key[] => {
    const key = keyDef.key ?? '';
    if (releasePrevious) return [['keyUp', key]];
    const down = Array.from({ length: repeat }, (): Key => ['keyDown', key]);
    return releaseSelf ? [...down, ['keyUp', key]] : down;
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** WebKitGTK's MiniBrowser over WebDriver, on a screen of its own where there is none. */
class WebKit implements BrowserProvider {
  readonly name = 'webkitgtk';
  readonly supportsParallelism = false;
  readonly initScripts: string[];
  readonly #binary: string;
  readonly #children: ChildProcess[] = [];
  readonly #turned = { x: 0, y: 0 };
  #session: Promise<string> | undefined;

  constructor(project: TestProject, binary: string) {
    this.#binary = binary;
    this.initScripts = [
      // Finds by role and text in the page itself; nothing of Playwright is in it.
      fileURLToPath(new URL('locators.js', import.meta.resolve('@vitest/browser-playwright'))),
      fileURLToPath(new URL('pointer.ts', import.meta.url)),
    ];
    const { browser } = project;
    browser?.registerCommand('enginePointer', (_context, kind, ...at) => {
      const [x, y] = [Math.round(at[0]), Math.round(at[1])];
      return kind === 'click' ? this.#click(x, y) : this.#turn(x, y, at[2]);
    });
    browser?.registerCommand('__vitest_tab', (_context, { shift } = {}) => {
      const tab: Key[] = [
        ['keyDown', 'Tab'],
        ['keyUp', 'Tab'],
      ];
      return this.#press(shift ? [['keyDown', 'Shift'], ...tab, ['keyUp', 'Shift']] : tab);
    });
    browser?.registerCommand('__vitest_keyboard', async (_context, text) => {
      await this.#press(keysOf(text));
      return { unreleased: [] };
    });
    browser?.registerCommand('__vitest_cleanup', () => Promise.resolve());
  }

  getCommandsContext(): Record<string, unknown> {
    return {};
  }

  async openPage(_sessionId: string, url: string): Promise<void> {
    this.#session ??= this.#start();
    await this.#ask('POST', '/url', { url });
  }

  async close(): Promise<void> {
    if (this.#session) await this.#ask('DELETE', '').catch(() => undefined);
    for (const child of this.#children.reverse()) child.kill();
  }

  async #press(keys: Key[]): Promise<void> {
    const actions = keys.map(([type, key]) => ({ type, value: KEYS[key] ?? key }));
    await this.#ask('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }

  async #click(x: number, y: number): Promise<void> {
    const actions = [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#ask('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async #turn(x: number, y: number, delta: Delta): Promise<void> {
    // It is turned by what this is more than the last time.
    const deltaX = (this.#turned.x += delta.x ?? 0);
    const deltaY = (this.#turned.y += delta.y ?? 0);
    const actions = [{ type: 'scroll', x, y, deltaX, deltaY }];
    await this.#ask('POST', '/actions', { actions: [{ type: 'wheel', id: 'wheel', actions }] });
  }

  /** Address of a new session. */
  async #start(): Promise<string> {
    const screen = process.env.DISPLAY ?? (await this.#startScreen());
    const base = `http://127.0.0.1:${await freePort()}`;
    const driver = spawn('WebKitWebDriver', [`--port=${new URL(base).port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: screen,
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    });
    this.#children.push(driver);
    for (let left = 100; left > 0; left--) {
      if (await fetch(`${base}/status`).catch(() => undefined)) break;
      await sleep(50);
    }
    const options = { binary: this.#binary, args: ['--automation', '--geometry=1400x1100'] };
    const { sessionId } = (await ask('POST', `${base}/session`, {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    return `${base}/session/${sessionId}`;
  }

  async #startScreen(): Promise<string> {
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.#children.push(screen);
    const ended = once(screen, 'exit').then(() =>
      Promise.reject(new Error('Xvfb ended before it was ready.')),
    );
    const [number] = (await Promise.race([
      once(screen.stdio[3] as NodeJS.ReadableStream, 'data'),
      ended,
    ])) as [Buffer];
    return `:${String(number).trim()}`;
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    return ask(method, `${await this.#session}${path}`, body);
  }
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const answer = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error) throw new Error(`WebDriver: ${value.error}. ${value.message ?? ''}`);
  return value;
}

export const webkit = (binary: string) =>
  defineBrowserProvider({
    name: 'webkitgtk',
    supportedBrowser: ['webkit'],
    options: {},
    providerFactory: (project) => new WebKit(project, binary),
  });
