// What an app pays that imports one thing from the package: one minified file each in reports/size/, for size-limit
// and for the test that no source brings another one along.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const IMPORTS = {
  mailru: `export { mailru } from '${path('dist/sources/mailru.js')}';`,
  getstream: `export { getstream } from '${path('dist/sources/getstream.js')}';`,
  piictu: `export { piictu } from '${path('dist/sources/piictu.js')}';`,
  'stream-client': `export { StreamClient } from '${path('dist/sources/getstream.js')}';`,
  client: `export { FeedClient } from '${path('dist/client.js')}';`,
};

for (const [name, code] of Object.entries(IMPORTS)) {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : undefined),
        load: (id) => (id === 'entry' ? code : undefined),
      },
    ],
    build: {
      target: 'es2022',
      emptyOutDir: false,
      outDir: path('reports/size'),
      modulePreload: false,
      minify: 'terser',
      terserOptions: { module: true, ecma: 2022, compress: { passes: 3 } },
      rolldownOptions: {
        input: 'entry',
        // Loaded only when it is asked for.
        external: /listen-for-changes|realtime\.min/,
        checks: { pluginTimings: false },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: `${name}.js`, codeSplitting: false },
      },
    },
  });
}
