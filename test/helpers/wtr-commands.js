// @open-wc/testing imports these from Web Test Runner's own server, which Vitest does not have.
// They serve `.equalSnapshot()` only.
const unavailable = () => {
  throw new Error('Snapshots of semantic-dom-diff are not available under Vitest: use toMatchSnapshot()');
};
export const getSnapshotConfig = unavailable;
export const getSnapshot = unavailable;
export const getSnapshots = unavailable;
export const saveSnapshot = unavailable;
export const removeSnapshot = unavailable;
