import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BUILT } from './built.js';

const run = promisify(execFile);

/**
 * Builds what readers and apps get, so that the page tests see the sources as they are now. Goes on while other tests
 * run; `await-build.ts` waits for it.
 */
export default function buildOnce(): () => Promise<void> {
  rmSync(BUILT, { force: true });
  mkdirSync(new URL('.', BUILT), { recursive: true });
  const ending = build().then(
    () => writeFileSync(BUILT, 'done'),
    (error: unknown) => writeFileSync(BUILT, `The build failed. ${String(error)}`),
  );
  return () => ending;
}

async function build(): Promise<void> {
  for (const script of [['scripts/build.mjs', '--js'], ['scripts/size-bundles.mjs']]) {
    await run(process.execPath, script, {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      // Vitest's own NODE_ENV would give Lit's development build.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
}
