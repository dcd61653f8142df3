/** The script-tag file: everything inside, elements defined, English and Russian. */
import './define.js';
import './locales/ru.js';

export * from './index.js';
export { mailru } from './sources/mailru/mailru.js';
