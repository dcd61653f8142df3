import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'whats-new-feed/define.js';
import type { FeedErrorEvent, FeedLoadEvent, TokenRequest } from 'whats-new-feed';
import { mailru } from 'whats-new-feed/sources/mailru.js';

async function askServer(request: TokenRequest) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/feed-token', { method: 'POST', headers, body: JSON.stringify(request) });
  return response.json();
}

@Component({
  selector: 'news-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <feed-list
        [source]="source"
        [limit]="5"
        (feed-load)="handleLoad($event)"
        (feed-error)="handleError($event)"
      >
        <h2 slot="header">What our friends do</h2>
      </feed-list>
      <p id="status">{{ status() }}</p>
    </main>
  `,
})
export class News {
  readonly status = signal('');
  readonly source = mailru({ endpoint: '/platform/api', appId: '423004', token: askServer });

  handleLoad({ total }: FeedLoadEvent) {
    this.status.set(`${total} events`);
  }

  handleError({ error }: FeedErrorEvent) {
    this.status.set(error.message);
  }
}
