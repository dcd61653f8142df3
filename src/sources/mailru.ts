// The package's entry `whats-new-feed/sources/mailru.js`.
export { mailru, mailruFromAttributes, type MailruOptions } from './mailru/mailru.js';
