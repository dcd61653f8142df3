// A reporter for node:test that counts as Vitest's does: suites are no tests, a file that does not run is a failure.
export default async function* report(events) {
  const count = { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite' || data?.skip !== undefined || data?.todo !== undefined) continue;
    if (type === 'test:pass') count.numPassedTests += 1;
    if (type === 'test:fail') count.numFailedTests += 1;
  }
  yield JSON.stringify(count);
}
