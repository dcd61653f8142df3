import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const load = () => import('../../../src/model/trusted-types.js');

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the Trusted Types policy', () => {
  it('is not needed where there are no Trusted Types', async () => {
    const { sharedPolicy, trustedXml } = await load();
    expect(sharedPolicy()).toBeUndefined();
    expect(trustedXml('<a/>')).toBe('<a/>');
  });

  it('is made once, at the first use, under the name of the package', async () => {
    const createPolicy = vi.fn((_name: string, rules: { createHTML(text: string): string }) => ({
      createHTML: (text: string) => `trusted ${rules.createHTML(text)}`,
    }));
    vi.stubGlobal('trustedTypes', { createPolicy });
    const { sharedPolicy, trustedXml } = await load();
    expect(createPolicy).not.toHaveBeenCalled();
    expect(trustedXml('<a/>')).toBe('trusted <a/>');
    expect(sharedPolicy()).toBe(sharedPolicy());
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['whats-new-feed']);
  });

  it('is done without, and asked for no second time, where the page does not list it', async () => {
    const createPolicy = vi.fn(() => {
      throw new TypeError('disallowed');
    });
    vi.stubGlobal('trustedTypes', { createPolicy });
    const { sharedPolicy, trustedXml } = await load();
    expect(trustedXml('<a/>')).toBe('<a/>');
    expect(sharedPolicy()).toBeUndefined();
    expect(createPolicy).toHaveBeenCalledTimes(1);
  });
});
