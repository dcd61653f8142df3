// The package's entry `whats-new-feed/sources/getstream.js`.
export { getstream, getstreamFromAttributes, type GetstreamOptions } from './getstream/getstream.js';
export { StreamApiException } from './getstream/stream-api-exception.js';
export { StreamClient } from './getstream/stream-client.js';
export type { StreamClientOptions } from './getstream/stream-client-options.js';
export { Feed } from './getstream/feed.js';
export {
  ApiKeyException,
  CustomFieldException,
  FeedConfigException,
  getExceptionDict,
  getExceptions,
  InputException,
  SignatureException,
  SiteSuspendedException,
  type ExceptionClass,
} from './getstream/exceptions.js';
export type { FieldErrors } from './getstream/field-errors.js';
export type { RateLimit } from './getstream/rate-limit.js';
export type {
  FeedParams,
  FollowParams,
  NewActivity,
  StreamList,
  StreamRecord,
} from './getstream/stream-types.js';
export { validateFeedId, validateFeedSlug, validateUserId } from './getstream/validate.js';
