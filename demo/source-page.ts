// One page per source and kind of feed: what its template holds is shown as code and then put on the page.
import '../src/define.js';
import '../src/locales/ru.js';
import { showCode } from './code-panel.js';
import { pageLinks } from './demo-pages.js';
import { postButton } from './post-button.js';
import { showTrouble } from './demo-trouble.js';
import { find } from './find.js';
import { startServiceWorker } from './sandbox/service-worker-start.js';

const query = new URLSearchParams(location.search);
const stage = find<HTMLElement>('#stage');
stage.dir = query.get('dir') ?? '';
find('#pages').replaceChildren(...pageLinks());

const made = document.importNode(find<HTMLTemplateElement>('#feeds').content, true);
const feeds = [...made.querySelectorAll('feed-list')];
showCode(stage, feeds);
for (const feed of feeds) feed.lang = query.get('lang') ?? '';

try {
  // The sandbox answers before the first request is made.
  const { world, getstream, piictu } = await startServiceWorker();
  stage.replaceChildren(made);
  const post = () => {
    for (const api of [world, getstream, piictu]) api.insert();
  };
  find('.paste').append(postButton(post, feeds));
} catch (error) {
  showTrouble(stage, error);
}
