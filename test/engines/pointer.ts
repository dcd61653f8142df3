// In the page: finds where to point, and leaves the pointing to the provider. Playwright's own way does not reach
// through Vitest's frame in Firefox, and WebDriver knows none.
import { ensureAwaited, getIframeScale, Locator, triggerCommandWithTrace } from '@vitest/browser/locators';
import type { Delta } from './commands.js';

// A test may replace these by fake ones.
const nextFrame = requestAnimationFrame.bind(window);
const clock = performance.now.bind(performance);

/** The element at a point, inside all shadow roots. */
function hit(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let inner; (inner = found?.shadowRoot?.elementFromPoint(x, y)) && inner !== found;) found = inner;
  return found;
}

function contains(element: Element, node: Node | null): boolean {
  for (
    let at = node;
    at;
    at = at instanceof ShadowRoot ? at.host : ((at as Element).assignedSlot ?? at.parentNode)
  )
    if (at === element) return true;
  return false;
}

/** The middle of an element's first line, as soon as it stands still there, on top and enabled. */
async function pointOn(element: Element): Promise<[number, number]> {
  const end = clock() + 4000;
  let before: number[] = [];
  for (;;) {
    const { left, top, width, height } =
      [...element.getClientRects()].find((rect) => rect.width && rect.height) ??
      element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const inView = x > 0 && y > 0 && x < innerWidth && y < innerHeight;
    if (!inView) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const stands =
      before[0] === x && before[1] === y && inView && width && height && !element.matches(':disabled');
    if (stands && contains(element, hit(x, y))) return [x, y];
    if (clock() > end)
      throw new Error(
        `Nobody could click it: <${hit(x, y)?.localName}> is there, not <${element.localName}>.`,
      );
    before = [x, y];
    await new Promise(nextFrame);
  }
}

function pointer(kind: string) {
  return function (this: Locator, options?: { delta?: Delta }) {
    return ensureAwaited(async (errorSource) => {
      const element = await this.findElement();
      const scale = getIframeScale();
      // As with a real wheel: it turns wherever the pointer is, and there need not be a place that stands still.
      const point = kind === 'wheel' ? [innerWidth / 2, innerHeight / 2] : await pointOn(element);
      const at = point.map((value) => value * scale);
      await triggerCommandWithTrace({
        name: 'enginePointer',
        arguments: [kind, ...at, options?.delta ?? {}],
        errorSource,
      });
      await new Promise(nextFrame);
    });
  };
}

const fill = (locator: Locator, text: string) =>
  ensureAwaited(async () => {
    const field = (await locator.findElement()) as HTMLInputElement | HTMLTextAreaElement;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
  });

Object.assign(Locator.prototype, {
  click: pointer('click'),
  wheel: pointer('wheel'),
  fill(this: Locator, text: string) {
    return fill(this, text);
  },
  clear(this: Locator) {
    return fill(this, '');
  },
});
