import { getResponse } from 'msw';
import type { Sandbox } from '../../../demo/sandbox/handlers.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import { signMailru } from '../../../src/server.js';

export type Params = Readonly<Record<string, string>>;

const { appId, uid, sessionKey, privateKey, secretKey } = vendorExample;

/** A stream.get by the scheme for servers; `more` replaces or adds, an empty string leaves out. */
export function signed(more: Params = {}): Record<string, string> {
  const all = { method: 'stream.get', app_id: appId, session_key: sessionKey, secure: '1', ...more };
  const params = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  const key = params['secure'] === '1' ? { secretKey } : { privateKey, uid };
  return { sig: signMailru(params, key), ...params };
}

/** Sends exactly `params`. */
export async function send(sandbox: Sandbox, params: Params, method = 'GET'): Promise<Response> {
  const url = 'https://feeds.example/platform/api';
  const query = new URLSearchParams(params);
  const request =
    method === 'GET' ? new Request(`${url}?${query.toString()}`) : new Request(url, { method, body: query });
  const response = await getResponse([...sandbox.handlers], request);
  if (!response) throw new Error('Nothing answers.');
  return response;
}

export async function idsOf(response: Response): Promise<string[]> {
  return ((await response.json()) as { id: string }[]).map(({ id }) => id);
}

export async function codeOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { error?: { error_code?: unknown } }).error?.error_code;
}
