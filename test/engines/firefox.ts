import { fileURLToPath } from 'node:url';
import { defineBrowserProvider } from '@vitest/browser';
import { PlaywrightBrowserProvider } from '@vitest/browser-playwright';
import type { TestProject } from 'vitest/node';

/** Firefox as Debian has it, over WebDriver BiDi: a channel of Playwright that its documents do not name. */
class Firefox extends PlaywrightBrowserProvider {
  override initScripts: string[] = [
    ...this.initScripts,
    fileURLToPath(new URL('pointer.ts', import.meta.url)),
  ];

  constructor(project: TestProject, executablePath: string) {
    super(project, {
      launchOptions: {
        channel: 'moz-firefox',
        executablePath,
        // Room for what the tests call a window, so that none is drawn smaller.
        env: { ...process.env, MOZ_HEADLESS_WIDTH: '1400', MOZ_HEADLESS_HEIGHT: '1200' },
      },
      contextOptions: { viewport: null },
    });
    project.browser?.registerCommand('enginePointer', async ({ sessionId }, kind, x, y, delta) => {
      const { mouse } = this.getPage(sessionId);
      if (kind === 'click') return mouse.click(x, y);
      await mouse.move(x, y);
      await mouse.wheel(delta.x ?? 0, delta.y ?? 0);
    });
  }

  override getCommandsContext(sessionId: string) {
    const context = super.getCommandsContext(sessionId);
    const byName = context.frame;
    // By its name, as Vitest asks for it, Firefox's frame is not always found.
    const frame = async () => context.page.mainFrame().childFrames().at(-1) ?? byName();
    return Object.assign(context, { frame });
  }
}

export const firefox = (executablePath: string) =>
  defineBrowserProvider({
    name: 'playwright',
    supportedBrowser: ['firefox'],
    providerFactory: (project) => new Firefox(project, executablePath),
  });
