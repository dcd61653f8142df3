import type { Page } from '../model/event.js';

/** A page and the one before it, read anew: each event once, the place that of the later page. */
export function joinPages(before: Page, page: Page): Page {
  const events = new Map([...before.events, ...page.events].map((event) => [event.id, event]));
  return { ...page, events: [...events.values()], warnings: [...before.warnings, ...page.warnings] };
}
