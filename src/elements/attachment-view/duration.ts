/** `3:35`, `1:02:07`. Nothing in a feed lasts a day. */
export const formatDuration = (seconds: number): string =>
  new Date((seconds % 86_400) * 1000)
    .toISOString()
    .slice(11, 19)
    .replace(/^(?:00:)?0?/, '');
