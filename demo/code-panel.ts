import { copyButton } from './demo-copy.js';
import { markupOf } from './demo-markup.js';
import { find } from './find.js';

/** The HTML that makes these feeds, with a button that copies it, before the stage. */
export function showCode(stage: Element, feeds: readonly Element[]): void {
  const aside = document.createElement('aside');
  aside.className = 'side';
  aside.ariaLabel = 'Code';
  aside.innerHTML = `<details class="panel paste">
    <summary>HTML to copy</summary>
    <pre tabindex="0" role="region" aria-label="HTML to copy" dir="ltr"><code id="markup"></code></pre>
    <p class="copy">
      <button type="button" class="loud" id="copy">Copy</button>
      <span role="status" id="copied"></span>
    </p>
  </details>`;
  stage.before(aside);
  // Closed where it would push the feed down.
  find<HTMLDetailsElement>('.paste').open =
    matchMedia('(min-width: 60rem)').matches && document.body.matches('.demo');
  const code = find<HTMLElement>('#markup');
  code.replaceChildren(...markupOf(feeds));
  copyButton(code);
}
