import { attempt } from '../../http/attempt.js';
import { ConfigError } from '../../http/errors.js';

/**
 * The id of an activity as one segment of a path. The colon stays, as the service's own clients send it. Throws a
 * `ConfigError` where there is none, or one that would lead elsewhere.
 */
export function toPathSegment(id: string): string {
  const text = attempt(() => encodeURIComponent(id).replaceAll('%3A', ':'));
  // Two dots lead upwards, however they are written.
  if (text && !/^\.{1,2}$/.test(text)) return text;
  throw new ConfigError('Give the activityId or the foreignId of the activity to remove.');
}
