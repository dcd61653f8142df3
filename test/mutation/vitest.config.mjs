import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Other parsers than a browser's are slow.
const project = (test) => ({ root, define: { VERSION: '"0"' }, test: { testTimeout: 60_000, ...test } });

// Stryker cannot see into a browser: XML is read by jsdom's parser, all else in Node as always.
export default defineConfig({
  test: {
    projects: [
      project({ name: 'node', include: ['test/node/{model,http,client}/*.test.ts'] }),
      project({
        name: 'xml',
        setupFiles: ['test/mutation/xml-reader.mjs'],
        include: ['test/browser/sources/mailru-xml.test.ts'],
      }),
    ],
  },
});
