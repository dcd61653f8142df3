import { ConfigError } from '../http/errors.js';
import type { FeedSource, SourceAttributes, SourceFactory } from './source.js';

const factories = new Map<string, SourceFactory>();

/** Called with each name that gets a factory. */
export const registryListeners = new Set<(name: string) => void>();

/**
 * Makes a source known as `source="name"` on `feed-list`. A name that is known already gets the new factory,
 * for the feeds that are made afterwards; one that waits for this name begins.
 */
export function registerSource(name: string, factory: SourceFactory): void {
  factories.set(name, factory);
  for (const listener of registryListeners) listener(name);
}

/** The source for `source="name"`. Throws a `ConfigError` for a name that nobody registered. */
export function createSource(name: string, attributes: SourceAttributes): FeedSource {
  const source = factories.get(name)?.(attributes);
  if (source) return source;
  throw new ConfigError(`Set source to one of: ${[...factories.keys()].join(', ')}.`, { option: 'source' });
}
