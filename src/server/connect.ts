import { refuseBrowser } from './refuse-browser.js';
import { StreamClient, type StreamClientOptions } from './stream-client.js';

/** Hosts of the service, with or without a region. */
const HOST = /^(?:(?<region>[\w-]+?)(?:-api)?\.)?(?:getstream\.io|stream-io-api\.com)$/;

/** Platforms at the edge have none. */
declare const process: { readonly env: Readonly<Record<string, string | undefined>> } | undefined;

export type ConnectOptions = Omit<StreamClientOptions, 'apiKey' | 'apiSecret' | 'appId'>;

/**
 * Creates a client from a key and secret, from a Heroku URL as the first argument, or, without arguments, from the URL in
 * the environment variable `STREAM_URL`: `https://key:secret@us-east.getstream.io/?app_id=1`. Other arguments override
 * the URL. Throws in a browser, where no secret is safe. `seeds/000_e2b019c7ed018adc.txt`, 1.8.
 */
export function connect(
  apiKey?: string,
  apiSecret?: string,
  appId?: string,
  options: ConnectOptions = {},
): StreamClient {
  refuseBrowser('connect');
  if (apiKey && !/[:/]/.test(apiKey)) {
    return new StreamClient({ ...options, apiKey, apiSecret: apiSecret ?? '', appId });
  }
  const url = readUrl(apiKey || (typeof process === 'undefined' ? undefined : process.env['STREAM_URL']));
  return new StreamClient({
    ...options,
    location: options.location ?? url.location,
    apiKey: url.apiKey,
    apiSecret: apiSecret ?? url.apiSecret,
    appId: appId ?? url.appId,
  });
}

function readUrl(text = '') {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const appId = /^\d+/.exec(url?.searchParams.get('app_id') ?? '')?.[0];
  // Never with the text: it holds the secret.
  const host = HOST.exec(url?.hostname ?? '');
  if (url?.protocol !== 'https:' || !url.username || !url.password || !appId || !host) {
    throw new Error('Invalid api key or heroku url');
  }
  const region = host.groups?.['region'];
  const location = region === 'api' ? undefined : region;
  return { apiKey: url.username, apiSecret: url.password, appId, location };
}
