// The last line of CI: how many tests passed and failed, from the runner's own report.
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, testResults } = JSON.parse(
  readFileSync('reports/vitest.json', 'utf8'),
);
// A file that does not even load has no tests to count: it is one failure.
const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
const failed = numFailedTests + broken.length;
console.log(`${numPassedTests} passed, ${failed} failed`);
process.exitCode = failed > 0 || numPassedTests === 0 ? 1 : 0;
