import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { ESTIMATE } from './card-css.js';
import { card } from './lit-card.js';

class BenchList extends LitElement {
  static properties = { items: { attribute: false } };

  #controller;

  constructor() {
    super();
    this.items = [];
  }

  connectedCallback() {
    this.#controller ??= new VirtualizerController(this, {
      getScrollElement: () => this.parentElement,
      count: 0,
      estimateSize: () => ESTIMATE,
      overscan: 4,
      getItemKey: (index) => this.items[index]?.id ?? index,
    });
    super.connectedCallback();
  }

  // `ref` is called before the card inside has drawn itself; an empty box would be measured.
  #measure = async (row) => {
    await row?.firstElementChild?.updateComplete;
    if (row?.isConnected) this.#controller.getVirtualizer().measureElement(row);
  };

  willUpdate(changed) {
    if (!changed.has('items')) return;
    const virtualizer = this.#controller.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: this.items.length });
  }

  render() {
    const virtualizer = this.#controller.getVirtualizer();
    const rows = virtualizer.getVirtualItems();
    const start = rows[0]?.start ?? 0;
    return html`<div role="feed" style="position: relative; height: ${virtualizer.getTotalSize()}px">
      <div style="position: absolute; inset: 0 0 auto; transform: translateY(${start}px)">
        ${repeat(
          rows,
          ({ key }) => key,
          ({ index }) =>
            html`<div style="display: flow-root" data-index=${index} ${ref(this.#measure)}>
              ${card(this.items[index])}
            </div>`,
        )}
      </div>
    </div>`;
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
