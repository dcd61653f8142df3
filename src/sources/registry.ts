import { ConfigError } from '../http/errors.js';
import type { FeedSource, SourceAttributes, SourceFactory } from './source.js';

const factories = new Map<string, SourceFactory>();

/** Called with each name that gets a factory. */
export const registryListeners = new Set<(name: string) => void>();

/**
 * Registers a source for `source="name"` on `feed-list`. Registering a name again replaces its factory for feeds created
 * later; a feed that waits for this name starts.
 */
export function registerSource(name: string, factory: SourceFactory): void {
  factories.set(name, factory);
  for (const listener of registryListeners) listener(name);
}

/** Creates the source for `source="name"`. Throws a `ConfigError` for an unknown name. */
export function createSource(name: string, attributes: SourceAttributes): FeedSource {
  const source = factories.get(name)?.(attributes);
  if (source) return source;
  throw new ConfigError(`Set source to one of: ${[...factories.keys()].join(', ')}.`, { option: 'source' });
}
