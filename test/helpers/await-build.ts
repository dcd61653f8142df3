import { existsSync, readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { BUILT } from './built.js';

await vi.waitUntil(() => existsSync(BUILT), { timeout: 180_000, interval: 100 });
const ending = readFileSync(BUILT, 'utf8');
if (ending !== 'done') throw new Error(ending);
