import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/http/errors.js';
import { createSource, registerSource } from '../../../src/sources/registry.js';
import type { FeedSource, SourceAttributes } from '../../../src/sources/source.js';

const own = (attributes: SourceAttributes): FeedSource => ({
  name: `own ${attributes.feed}`,
  page: () => Promise.resolve({ events: [], warnings: [] }),
});

describe('the names of sources', () => {
  it('says which names there are when one is not known', () => {
    registerSource('own', own);
    const create = () => createSource('constructor', {});
    expect(create).toThrow(ConfigError);
    expect(create).toThrow(expect.objectContaining({ option: 'source', advice: 'setup' }));
    expect(create).toThrow(/own/);
  });

  it('hands the attributes to the factory of the name', () => {
    registerSource('own', own);
    expect(createSource('own', { feed: 'flat' }).name).toBe('own flat');
  });

  it('takes the newest factory of a name', () => {
    registerSource('own', own);
    registerSource('own', () => ({ ...own({}), name: 'newer' }));
    expect(createSource('own', {}).name).toBe('newer');
  });
});
