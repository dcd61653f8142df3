import { useState } from 'react';
import type { TokenRequest } from 'whats-new-feed';
import { FeedList } from 'whats-new-feed/react.js';
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
      <FeedList
        source={source}
        limit={5}
        onFeedLoad={({ total }) => setStatus(`${total} events`)}
        onFeedError={({ error }) => setStatus(error.message)}
      >
        <h2 slot="header">What our friends do</h2>
      </FeedList>
      <p id="status">{status}</p>
    </main>
  );
}
