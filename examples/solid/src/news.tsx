import { createSignal } from 'solid-js';
import 'whats-new-feed/define.js';
import type { TokenRequest } from 'whats-new-feed';
import { mailru } from 'whats-new-feed/sources/mailru.js';

const source = mailru({ endpoint: '/platform/api', appId: '423004', token: askServer });

async function askServer(request: TokenRequest) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/feed-token', { method: 'POST', headers, body: JSON.stringify(request) });
  return response.json();
}

export function News() {
  const [status, setStatus] = createSignal('');
  return (
    <main>
      <feed-list
        source={source}
        limit={5}
        on:feed-load={({ total }) => setStatus(`${total} events`)}
        on:feed-error={({ error }) => setStatus(error.message)}
      >
        <h2 slot="header">What our friends do</h2>
      </feed-list>
      <p id="status">{status()}</p>
    </main>
  );
}
