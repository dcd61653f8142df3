import type { Sandbox, SandboxOptions } from './handlers.js';

/**
 * Starts the sandbox behind the service worker of this page: from then on its requests are answered here.
 * `mockServiceWorker.js` and `sandbox-clip.webm` lie beside the page, so that it works in any folder of a site.
 */
export async function startServiceWorker(options: SandboxOptions = {}): Promise<Sandbox> {
  // MSW is large: it comes only when it is asked for.
  const [{ createSandbox }, { setupWorker }] = await Promise.all([
    import('./handlers.js'),
    import('msw/browser'),
  ]);
  const base = new URL(import.meta.env.BASE_URL, document.baseURI);
  const clip = new URL('sandbox-clip.webm', base);
  const sandbox = createSandbox({ loadClip: async () => (await fetch(clip)).arrayBuffer(), ...options });
  await setupWorker(...sandbox.handlers).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: {
      url: new URL('mockServiceWorker.js', base).href,
      options: { scope: base.pathname },
    },
  });
  return sandbox;
}
