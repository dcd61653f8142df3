import { mailru } from 'whats-new-feed/sources/mailru.js';

export const source = mailru({ endpoint: '/platform/api', appId: '423004', token: askServer });

async function askServer(request) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/feed-token', { method: 'POST', headers, body: JSON.stringify(request) });
  return response.json();
}
