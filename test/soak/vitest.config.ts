import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// On demand (`npm run soak`): it takes a minute, and finds what only shows after hours.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  define: { VERSION: '"0"' },
  test: {
    include: ['test/soak/*.soak.ts'],
    testTimeout: 600_000,
    execArgv: ['--expose-gc'],
  },
});
