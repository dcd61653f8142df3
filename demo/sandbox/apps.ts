import { iconUrl } from './media/media-urls.js';
import type { AppKey } from './stories/story.js';
import type { WireRecord } from './wire.js';

const app = (id: number, title: string): WireRecord => ({
  app_id: id,
  icon: iconUrl(String(id)),
  url: `https://my.sandbox.example/apps/${id}`,
  title,
  type: 'application',
});

/** The apps that make events, as the feed's `generator`. The first is the one of the seed. */
export const apps: Readonly<Record<AppKey, WireRecord>> = {
  crab: app(520706, 'Дай краба другу в гостевую :)'),
  tracker: app(423004, 'Бегущий город: трекер'),
  lantern: app(611020, 'Lantern for Android'),
  riddle: app(598411, 'Riddle of the day'),
  darkroom: app(577003, 'Проявка'),
};
