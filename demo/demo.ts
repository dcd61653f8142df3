import '../src/define.js';
import '../src/locales/ru.js';
import { chooseFault, describeFault, keepsFeed } from './demo-faults.js';
import { copyButton } from './demo-copy.js';
import { markupOf } from './demo-markup.js';
import { pageLinks } from './demo-pages.js';
import { readSettings, writeSettings, type Settings } from './demo-settings.js';
import { showTrouble } from './demo-trouble.js';
import { find } from './find.js';
import { startServiceWorker } from './sandbox/service-worker-start.js';
import { vendorExample } from './sandbox/vendor-example.js';

const form = find<HTMLFormElement>('#settings');
const stage = find<HTMLElement>('#stage');
const markup = find<HTMLElement>('#markup');

/** Exactly these are set on the feed and shown as the HTML to copy. */
const attributesOf = ({ format, lang }: Settings) => ({
  source: 'mailru',
  endpoint: './platform/api',
  'app-id': vendorExample.appId,
  'token-url': './feed-token',
  format,
  lang,
});

function showAround(settings: Settings): void {
  document.documentElement.dataset['theme'] = settings.theme;
  stage.dir = settings.dir;
  stage.classList.toggle('narrow', settings.width === 'narrow');
  find('#fault-hint').textContent = describeFault(settings.fault);
  markup.replaceChildren(...markupOf([createFeed(settings)]));
  find('#copied').textContent = '';
}

function setAttributes(feed: Element, settings: Settings): void {
  for (const [name, value] of Object.entries(attributesOf(settings))) {
    if (feed.getAttribute(name) !== value) feed.setAttribute(name, value);
  }
}

function createFeed(settings: Settings): HTMLElement {
  const feed = document.createElement('feed-list');
  setAttributes(feed, settings);
  return feed;
}

let settings = readSettings(form);
showAround(settings);
copyButton(markup);
find('#pages').replaceChildren(...pageLinks());

try {
  // The sandbox answers before the first request is made.
  const sandbox = await startServiceWorker();
  chooseFault(sandbox, settings);
  stage.replaceChildren(createFeed(settings));

  form.addEventListener('change', () => {
    const before = settings;
    settings = writeSettings(form);
    showAround(settings);
    chooseFault(sandbox, settings);
    const feed = stage.querySelector('feed-list');
    const isOther = before.fault !== settings.fault;
    // Most faults are seen from the first request on.
    if (!feed || (isOther && !keepsFeed(settings.fault))) stage.replaceChildren(createFeed(settings));
    else setAttributes(feed, settings);
    if (isOther && settings.fault === 'none') void (feed?.error ? feed.retry() : feed?.checkNewer());
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-posts]')) {
    button.addEventListener('click', () => {
      for (let left = Number(button.dataset['posts']); left > 0; left -= 1) sandbox.world.insert();
      void stage.querySelector('feed-list')?.checkNewer();
    });
  }
} catch (error) {
  showTrouble(stage, error);
}
