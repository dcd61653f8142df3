// Starts what a test needs as processes of their own, and ends them with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The first line that a Node script of this folder prints. */
export async function start(script, { args = [], env = {} } = {}) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const lines = createInterface(child.stdout);
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error(`${script} ended before it was ready.`)),
  );
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  // It does not keep the tests from ending.
  child.unref();
  child.stdout.unref();
  return line;
}

/** Address of the sandbox, which stands in for the APIs. */
export const startSandbox = () => start('../scripts/sandbox.mjs', { args: ['--port', '0'] });
