import { afterEach, describe, expect, it } from 'vitest';
import { page, server, userEvent } from 'vitest/browser';
import { makeAudio, makeEvent, makeThread } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { part, settled, showLoaded } from './support.js';

const groundOf = (element: Element) => getComputedStyle(element).backgroundColor;

/** A list with "Send", a button that plays, "Load more" and one for newer events. */
async function showButtons() {
  const make = (id: string) =>
    makeEvent(id, { thread: makeThread({ id }), attachments: [makeAudio({ src: undefined }), makeAudio()] });
  const { source, insert } = livingSource(3, { comment: () => Promise.resolve(undefined) }, make);
  const list = await showLoaded(source, { poll: 0, limit: 1, autoPages: 1 });
  await userEvent.click(part(list, 'comment-action'));
  await userEvent.keyboard('Words');
  insert('new');
  await list.checkNewer();
  await settled(list);
  return list;
}

afterEach(async () => {
  await userEvent.unhover(document.body);
  await page.viewport(800, 600);
});

// Here the driver of Firefox waits for ever.
describe.runIf(server.browser === 'chromium').each(['light', 'dark'])(
  'on a %s page the mouse is seen over',
  (scheme) => {
    it.each(['send', 'play', 'newer', 'button'])('"%s"', async (name) => {
      await page.viewport(800, 900);
      document.documentElement.style.colorScheme = scheme;
      const button = part(await showButtons(), name);
      const before = groundOf(button);
      await userEvent.hover(button);
      expect(groundOf(button)).not.toBe(before);
    });
  },
);
