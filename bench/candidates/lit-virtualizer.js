import '@lit-labs/virtualizer';
import { html, LitElement } from 'lit';
import { card } from './lit-card.js';

class BenchList extends LitElement {
  static properties = { items: { attribute: false } };

  #key = (item) => item?.id;

  // The `virtualize` directive does not find a scroller above a shadow root on its first render; the element does.
  render() {
    return html`<lit-virtualizer
      role="feed"
      .items=${this.items ?? []}
      .keyFunction=${this.#key}
      .renderItem=${card}
    ></lit-virtualizer>`;
  }
}
customElements.define('bench-list', BenchList);

export function create(scroller) {
  const list = document.createElement('bench-list');
  scroller.append(list);
  const load = async (items) => {
    list.items = items;
    await list.updateComplete;
  };
  return { load, append: (items) => load([...list.items, ...items]) };
}
