// Starts what a test needs as processes of their own, and ends them with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What a Node script of this folder first prints: its first line, or what `ready` finds in one. */
export async function start(script, { args = [], env = {}, cwd, ready = /.*/ } = {}) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const found = new Promise((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const match = ready.exec(line);
      if (match) resolve(match[0]);
    });
  });
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error(`${script} ended before it was ready.`)),
  );
  const late = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`${script} was not ready in 3 minutes.`)), 180_000).unref();
  });
  const answer = await Promise.race([found, ended, late]);
  // It does not keep the tests from ending.
  child.unref();
  child.stdout.unref();
  return answer;
}

/** Address of the sandbox, which stands in for the APIs. */
export const startSandbox = () => start('../scripts/sandbox.mjs', { args: ['--port', '0'] });
