/** Says how the build of this run ended; not there while it goes on. */
export const BUILT = new URL('../../reports/built.txt', import.meta.url);
