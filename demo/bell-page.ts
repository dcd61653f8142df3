// A bell with a badge, as a site would put it into its header: `docs/` has it as a recipe.
import '../src/define.js';
import '../src/locales/ru.js';
import { pageLinks } from './demo-pages.js';
import { showTrouble } from './demo-trouble.js';
import { find } from './find.js';
import { postButton } from './post-button.js';
import { startServiceWorker } from './sandbox/service-worker-start.js';

const query = new URLSearchParams(location.search);
const stage = find<HTMLElement>('#stage');
document.documentElement.dir = query.get('dir') ?? '';
find('#pages').replaceChildren(...pageLinks());

const made = document.importNode(find<HTMLTemplateElement>('#feeds').content, true);

try {
  // The sandbox answers before the first request is made.
  const { getstream } = await startServiceWorker();
  find('#notifications').append(made);
  const list = find<HTMLElementTagNameMap['feed-list']>('#notifications feed-list');
  list.lang = query.get('lang') ?? '';
  ring(find('#bell'), find('#badge'), list);
  const post = () => {
    getstream.insert();
  };
  stage.append(postButton(post, [list]));
} catch (error) {
  showTrouble(stage, error);
}

/** The badge follows the counts, and what is new is there when the popover opens. */
function ring(bell: HTMLElement, badge: HTMLElement, list: HTMLElementTagNameMap['feed-list']): void {
  list.addEventListener('feed-counts', ({ unseen = 0 }) => {
    badge.textContent = unseen > 99 ? '99+' : String(unseen);
    badge.hidden = unseen === 0;
    bell.ariaLabel = unseen > 0 ? `Notifications, ${unseen} new` : 'Notifications';
  });
  list.closest('[popover]')?.addEventListener('toggle', (event) => {
    if (event instanceof ToggleEvent && event.newState === 'open') void list.refresh();
  });
}
