import { tokenFromUrl } from '../../http/token-url.js';
import { createSource } from '../../sources/registry.js';
import type { FeedSource, SourceAttributes } from '../../sources/source.js';

export interface SourceParts extends SourceAttributes {
  readonly source?: FeedSource | string | undefined;
  readonly tokenUrl?: string | undefined;
}

/**
 * The source that an element's attributes and properties describe; none while they describe nothing, as in a page
 * that sets the `source` property a moment later. Throws a `ConfigError` that names what is missing or wrong.
 */
export function sourceFromParts(parts: SourceParts): FeedSource | undefined {
  const { source = '', tokenUrl, ...attributes } = parts;
  if (typeof source === 'object') return source;
  if (Object.values(parts).every((part) => part === undefined)) return undefined;
  const token = attributes.token ?? (tokenUrl ? tokenFromUrl(tokenUrl) : undefined);
  return createSource(source, { ...attributes, token });
}
