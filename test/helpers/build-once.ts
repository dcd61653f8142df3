import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the script-tag files, so that the page tests see the sources as they are now. */
export default function buildOnce(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', '--embed'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    // Vitest's own NODE_ENV would give Lit's development build.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
