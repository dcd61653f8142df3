// As plain.js, with pictures that load at once: what a browser does for each lazy picture in each frame of a scroll
// hides everything else in a long list.
import { createPlain } from './plain.js';

export const create = (scroller) => createPlain(scroller, false);
