import { tokenFromUrl } from '../../http/token-url.js';
import { createSource } from '../../sources/registry.js';
import type { FeedSource, SourceAttributes } from '../../sources/source.js';

/** The attributes that a source is made of, as properties: `appId` for `app-id`. */
export const SOURCE_ATTRIBUTES = [
  'endpoint',
  'appId',
  'apiKey',
  'feed',
  'streamId',
  'format',
  'filterApp',
  'uid',
  'sortBy',
  'ranking',
  'enrich',
  'realtime',
] as const;

export interface SourceParts extends SourceAttributes {
  readonly source?: FeedSource | string | undefined;
  readonly tokenUrl?: string | undefined;
}

/** Everything the source is made of. */
export const partsOf = (host: SourceParts): readonly unknown[] => [
  host.source,
  host.token,
  host.tokenUrl,
  ...SOURCE_ATTRIBUTES.map((name) => host[name]),
];

/** Tells one source from another in words; holds no secret. */
export const nameOf = (host: SourceParts): string =>
  [
    typeof host.source === 'object' ? host.source.name : host.source,
    ...SOURCE_ATTRIBUTES.map((name) => host[name]),
  ].join(' ');

/**
 * The source that an element's attributes and properties describe; none while they describe nothing, as in a page
 * that sets the `source` property a moment later. Throws a `ConfigError` that names what is missing or wrong.
 */
export function sourceFromParts(host: SourceParts): FeedSource | undefined {
  const { source = '', tokenUrl } = host;
  if (typeof source === 'object') return source;
  if (partsOf(host).every((part) => part === undefined)) return undefined;
  const token = host.token ?? (tokenUrl ? tokenFromUrl(tokenUrl) : undefined);
  const attributes = Object.fromEntries(SOURCE_ATTRIBUTES.map((name) => [name, host[name]]));
  return createSource(source, { ...attributes, token });
}
