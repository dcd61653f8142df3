import { html } from '@open-wc/testing';
import { expect, it } from 'vitest';
import { brokenPicture, makeEvent } from '../../helpers/feed-fixtures.js';
import { one, showCard, until } from './support.js';

it('a picture that the host draws itself is not touched when it cannot be loaded', async () => {
  let failed = false;
  const handleError = () => {
    failed = true;
  };
  const template = () => html`<img alt="" src=${brokenPicture} @error=${handleError} />`;
  const card = await showCard(makeEvent('a'), { template });
  await until(() => failed);
  expect(one(card, 'img')).not.toHaveClass('broken');
});
