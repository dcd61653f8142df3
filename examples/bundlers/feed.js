import 'whats-new-feed/define.js';
import { source } from './source.js';

const feedList = document.querySelector('feed-list');
feedList.addEventListener('feed-load', ({ total }) => {
  document.querySelector('#status').textContent = `${total} events`;
});
feedList.limit = 5;
feedList.source = source;
