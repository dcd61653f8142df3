import { fixtureCleanup } from '@open-wc/testing';
import { afterEach } from 'vitest';

// Only automatic where Vitest's globals are on and files are isolated; here they are neither.
afterEach(() => {
  fixtureCleanup();
});

// Lit's own "dev mode" line; every other warning of Lit stays a finding.
const lit = globalThis as { litIssuedWarnings?: Set<string> };
(lit.litIssuedWarnings ??= new Set()).add('dev-mode');
