import { useState } from 'preact/hooks';
import 'whats-new-feed/define.js';
import type { TokenRequest } from 'whats-new-feed';
import { mailru } from 'whats-new-feed/sources/mailru.js';

// Outside the component: another source object is another feed.
const source = mailru({ endpoint: '/platform/api', appId: '423004', token: askServer });

async function askServer(request: TokenRequest) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/feed-token', { method: 'POST', headers, body: JSON.stringify(request) });
  return response.json();
}

export function News() {
  const [status, setStatus] = useState('');
  return (
    <main>
      <feed-list
        source={source}
        limit={5}
        onfeed-load={({ total }) => setStatus(`${total} events`)}
        onfeed-error={({ error }) => setStatus(error.message)}
      >
        <h2 slot="header">What our friends do</h2>
      </feed-list>
      <p id="status">{status}</p>
    </main>
  );
}
