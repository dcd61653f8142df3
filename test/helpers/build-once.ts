import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds what readers and apps get, so that the page tests see the sources as they are now. */
export default function buildOnce(): void {
  for (const script of [['scripts/build.mjs', '--js'], ['scripts/size-bundles.mjs']]) {
    execFileSync(process.execPath, script, {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      // Vitest's own NODE_ENV would give Lit's development build.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}
