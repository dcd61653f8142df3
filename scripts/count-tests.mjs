// The last line of CI: how many tests passed and failed, from the reports that the runners wrote.
import { readdirSync, readFileSync } from 'node:fs';

const counts = [
  'vitest.json',
  ...readdirSync('reports').filter((name) => /^(vitest-.+|examples|docs)\.json$/.test(name)),
].map(countIn);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** A run that ended before it could report is one failure, and so is a file that does not even load. */
function countIn(name) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(`reports/${name}`, 'utf8'),
    );
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
