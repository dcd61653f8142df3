import { html, LitElement } from 'lit';
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest';
import { userEvent } from 'vitest/browser';
import { NetworkError } from '../../../src/http/errors.js';
import { everyAttachment, everyKind, makeEvents, sourceOf } from '../../helpers/feed-fixtures.js';
import { all, button, settled, showAttachment, showCard, showLoaded, until } from './support.js';

let spies: MockInstance[] = [];
beforeEach(() => {
  spies = (['warn', 'error', 'info'] as const).map((level) => vi.spyOn(console, level));
});
afterEach(() => {
  for (const spy of spies) spy.mockRestore();
});
const said = () => spies.flatMap(({ mock }) => mock.calls);

it('nothing is said on the console while all elements live through all they can', async () => {
  const card = await showCard(everyKind()[0] ?? makeEvents(1)[0] ?? (undefined as never));
  card.headingLevel = 4;
  for (const attachment of Object.values(everyAttachment()).flat()) await showAttachment(attachment);
  const failing = sourceOf(everyKind(), (_, number) => {
    if (number === 2) throw new NetworkError('No answer.');
  });
  const list = await showLoaded(failing.source, { limit: 10, autoPages: 2 });
  await list.loadMore();
  await until(() => list.status === 'error');
  await userEvent.click(button(list, 'Try again'));
  await until(() => list.events.length === 20);
  for (const closed of all(list, '[aria-expanded="false"]')) closed.click();
  list.lang = 'ru';
  await list.refresh();
  await list.loadMore();
  await settled(list);
  list.template = (event) => html`${event.title}`;
  await settled(list);
  list.source = sourceOf([]).source;
  await settled(list);
  list.limit = -1;
  await settled(list);
  list.remove();
  expect(said()).toEqual([]);
});

it('the control: a warning of Lit would be seen', async () => {
  class Careless extends LitElement {
    static override properties = { value: {} };
    value = 0;
    override updated() {
      if (this.value < 2) this.value += 1;
    }
  }
  customElements.define('careless-element', Careless);
  const element = new Careless();
  document.body.append(element);
  await until(() => element.value === 2);
  element.remove();
  expect(String(said())).toContain('change-in-update');
});
