// Module scripts run in order: this one takes the feed out of the page before the library is there to start it.
import { startServiceWorker } from './sandbox/service-worker-start.js';

const feed = document.querySelector('feed-list');
const place = document.createElement('div');
place.style.minHeight = '100vh';
feed?.replaceWith(place);
await startServiceWorker();
if (feed) place.replaceWith(feed);
