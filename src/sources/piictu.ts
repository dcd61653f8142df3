// The package's entry `whats-new-feed/sources/piictu.js`.
export { piictu, piictuFromAttributes, type PiictuOptions } from './piictu/piictu.js';
