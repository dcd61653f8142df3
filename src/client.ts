// The client core: everything to load a feed without an element. Imports no Lit.
export { FeedClient } from './client/feed-client.js';
export type {
  FeedChange,
  FeedClientOptions,
  FeedDeed,
  FeedListener,
  FeedStatus,
  LoadedPage,
} from './client/feed-client.js';

// What a source of one's own is made of.
export type { FeedSource, PageRequest, SourceAttributes, SourceFactory } from './sources/source.js';
export type { Token, TokenProvider, TokenRequest } from './http/token.js';
export { toLinkUrl, toMediaUrl, type SafeUrl } from './model/safe-url.js';
export type * from './model/event.js';

export {
  AbortedError,
  ApiError,
  AuthError,
  ConfigError,
  FeedError,
  FormatError,
  HttpError,
  NetworkError,
  TimeoutError,
  TooLargeError,
} from './http/errors.js';
export type { FeedErrorAdvice, FeedErrorKind, FeedErrorOptions } from './http/errors.js';
