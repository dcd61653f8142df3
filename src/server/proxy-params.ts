import { contentType } from './content-type.js';
import { Refusal } from './refusal.js';
import { requestText } from './request-text.js';

/** The parameters of a request that is to be passed on, each there once and all in one place. */
export async function proxyParams(request: Request): Promise<Record<string, string>> {
  const pairs = [...new URLSearchParams(await paramText(request))];
  const params = Object.fromEntries(pairs);
  // Two servers may take another one of two: what is checked here would not be what counts there.
  if (Object.keys(params).length < pairs.length) throw new Refusal(400, 'A parameter is there twice.');
  return params;
}

async function paramText(request: Request): Promise<string> {
  const { search } = new URL(request.url);
  if (request.method === 'GET') return search;
  if (request.method !== 'POST') throw new Refusal(405, 'Only GET and POST are answered here.');
  if (search) throw new Refusal(400, 'A POST has all parameters in its body.');
  if (contentType(request) !== 'application/x-www-form-urlencoded') {
    throw new Refusal(415, 'The content type must be application/x-www-form-urlencoded.');
  }
  return requestText(request);
}
