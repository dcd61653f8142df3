import { afterEach, describe, expect, it, vi } from 'vitest';
import { requireSafeEndpoint } from '../../../src/http/endpoint.js';
import { ConfigError } from '../../../src/http/errors.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What there is of `location` on a page. */
function onPage(address: string): void {
  vi.stubGlobal('location', new URL(address));
}

describe('an address that tokens are sent to', () => {
  it.each([
    ['https://feed.example/api?x=1#top', 'https://feed.example/api?x=1'],
    [' https://feed.example ', 'https://feed.example/'],
    ['http://localhost:8000/api', 'http://localhost:8000/api'],
    ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000/'],
    ['http://[::1]:8000/', 'http://[::1]:8000/'],
  ])('may be %s', (value, href) => {
    expect(requireSafeEndpoint(value, 'endpoint').href).toBe(href);
  });

  it.each([
    undefined,
    '',
    '  ',
    '/relative',
    'feed.example/api',
    'http://feed.example/api',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://10.0.0.1/',
    'https://user:secret@feed.example/',
    'https://user@feed.example/',
    'https://',
    'ftp://feed.example/',
    'file:///etc/passwd',
    'data:text/plain,secret',
    'javascript:alert(1)',
  ])('may not be %s, and the error names the option but not the address', (value) => {
    const attempt = () => requireSafeEndpoint(value, 'token-url');
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(expect.objectContaining({ option: 'token-url', advice: 'setup' }) as Error);
    expect(attempt).toThrow(/^"token-url" /);
    expect(attempt).not.toThrow(/secret|example/);
  });

  it('may be relative to the page, and plain http where the page itself is', () => {
    onPage('http://intranet/news/today?x#y');
    expect(requireSafeEndpoint('/feed-token', 'token-url').href).toBe('http://intranet/feed-token');
    expect(requireSafeEndpoint('api', 'endpoint').href).toBe('http://intranet/news/api');
    expect(() => requireSafeEndpoint('http://intranet:81/', 'endpoint')).toThrow(ConfigError);
    expect(() => requireSafeEndpoint('//evil.example/', 'endpoint')).toThrow(ConfigError);
  });

  it.each(['file:///home/page.html', 'about:srcdoc', 'data:text/html,x'])(
    'may not be relative to %s',
    (page) => {
      onPage(page);
      expect(() => requireSafeEndpoint('/feed', 'endpoint')).toThrow(ConfigError);
    },
  );
});
