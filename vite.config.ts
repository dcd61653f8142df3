import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { instance } from './test/engines/instance.js';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const demo: ViteUserConfig = {
  root: path('demo'),
  publicDir: path('demo/public'),
  base: './',
  // As readers get it: without Lit's warnings for developers.
  resolve: { conditions: ['production', 'module', 'browser'] },
  optimizeDeps: { include: ['msw', 'msw/browser'] },
  server: { host: '127.0.0.1', fs: { allow: [path('.')] } },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: path('demo-dist'),
    emptyOutDir: true,
    target: 'es2022',
    // So that `light-dark()` stays as written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      input: readdirSync(path('demo'))
        .filter((file) => file.endsWith('.html'))
        .map((file) => path(`demo/${file}`)),
    },
  },
};

// These talk over connections, which a process has for some time after their end. Each has one of its own.
const connected = [
  'http/real-server',
  'sandbox/getstream-peers',
  'sandbox/getstream-realtime',
  'sandbox/http-server',
  'server/mailru-proxy',
  'server/node-listener',
  'sources/getstream-client-loopback',
  'sources/getstream-realtime',
].map((name) => `test/node/${name}.test.ts`);

async function tests(): Promise<ViteUserConfig> {
  const { ENGINE } = process.env;
  return {
    publicDir: false,
    // Two engines may run at a time.
    ...(ENGINE && { cacheDir: `node_modules/.vite/${ENGINE}` }),
    resolve: { alias: { '@web/test-runner-commands': path('test/helpers/wtr-commands.js') } },
    // Named here so that a cold cache does not optimize again in the middle of a run.
    optimizeDeps: {
      include: [
        '@open-wc/testing',
        '@lit/task',
        '@vitest/browser/locators',
        '@shoelace-style/localize',
        'cockatiel',
        'fast-check',
        'lit',
        'lit/decorators.js',
        'lit/directives/keyed.js',
        'msw',
        '@noble/hashes/legacy.js',
        '@noble/hashes/utils.js',
      ],
    },
    test: {
      // For a busy machine. Where time matters, a test measures it.
      testTimeout: 20_000,
      reporters: ['default', ['json', { outputFile: `reports/vitest${ENGINE ? `-${ENGINE}` : ''}.json` }]],
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            environment: 'node',
            include: ['test/node/**/*.test.ts'],
            exclude: connected,
            isolate: false,
            setupFiles: ['test/helpers/fresh-file.ts'],
          },
        },
        { extends: true, test: { name: 'node-connected', environment: 'node', include: connected } },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            setupFiles: ['test/helpers/browser-setup.ts'],
            // The drivers of Firefox and WebKit lose a key now and then when the machine is busy.
            retry: (ENGINE ?? 'chromium') === 'chromium' ? 0 : 1,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              instances: [await instance(ENGINE ?? 'chromium')],
            },
          },
        },
        {
          extends: true,
          // The built files and the real sandbox server, seen from outside by a browser of its own.
          test: {
            name: 'pages',
            environment: 'node',
            include: ['test/pages/**/*.test.ts'],
            globalSetup: ['test/helpers/build-once.ts'],
            setupFiles: ['test/helpers/await-build.ts', 'test/helpers/fresh-file.ts'],
            isolate: false,
            testTimeout: 60_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  };
}

export default defineConfig(async ({ mode }) => ({
  define: { VERSION: JSON.stringify(packageJson.version) },
  ...(mode === 'demo' ? demo : await tests()),
}));
