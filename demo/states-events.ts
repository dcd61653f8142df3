import type { EventCard } from '../src/elements/event-card/event-card.js';
import type { FeedEvent } from '../src/model/event.js';
import { iconUrl } from './sandbox/media/media-urls.js';
import {
  address,
  anna,
  boris,
  card,
  comment,
  crowd,
  event,
  gottlieb,
  lena,
  liveCard,
  media,
  minutesAgo,
  mira,
  own,
  person,
  photo,
  thread,
  type Sample,
  type Section,
} from './states-sample.js';

const share = (given: Partial<FeedEvent>) => ({ verb: 'share', text: 'Worth ten minutes.', ...given });

const authors: Section = {
  id: 'authors',
  title: 'Authors',
  samples: [
    card('One', share({ authors: [anna] })),
    card('Two', share({ authors: [anna, boris] })),
    card('Three', share({ authors: [anna, boris, mira] })),
    card('Five: press “others” or the faces', share({ authors: crowd })),
    card('Many, with five named by the source', share({ authors: crowd, authorCount: 12_408 })),
    card('Nobody', share({ authors: [] })),
    card('No name', share({ authors: [{ id: '1324730981306483817' }] })),
    card('No picture', share({ authors: [person('Ksenia Wolf'), person('Олег')] })),
    card(
      'A broken picture',
      share({
        authors: [{ ...person('Yulia'), avatar: media('https://media.sandbox.example/broken/1.png') }],
      }),
    ),
    card('A long name', share({ authors: [person('Bartholomew '.repeat(8)), boris] })),
    card('A group', share({ authors: [person('Riverside Makers', 'g')], verb: 'community_post' })),
    card('Names in three scripts', share({ authors: [gottlieb, person('ליאור כהן'), person('ليلى', 'f')] })),
  ],
};

const LONG = `We started by adding a counter. For two months it counted how often anybody came through that door, and the answer was: the monitoring, every minute, to see whether the door was still there.

So we took the door out on a Tuesday morning, with everybody watching, and waited. Lunch came. Nobody noticed anything. The write-up is at https://lantern.example/blog/fourteen-thousand and the counter at lantern.example/counter, in case you have a room like that too.

Count before you argue.`;

const yesterday = new Date();
yesterday.setDate(yesterday.getDate() - 1);
yesterday.setHours(18, 40);

function timeless(): Sample {
  const sample = card('No time, no verb', {});
  const { time: _time, ...rest } = event({ text: 'Some sources say no more than this.' });
  return { ...sample, element: Object.assign(sample.element, { event: rest }) };
}

const texts: Section = {
  id: 'texts',
  title: 'Texts and times',
  samples: [
    card('Title only', { verb: 'join', title: 'Riverside Makers' }),
    card('A title with a link', {
      title: 'Fourteen thousand lines',
      url: address('lantern.example'),
    }),
    card('Long, with links', { title: 'Nothing happened', text: LONG }),
    card('Many lines', { text: Array.from({ length: 14 }, (_, i) => `Line ${i + 1}`).join('\n') }),
    card('Right to left', {
      authors: [person('ليلى', 'f')],
      title: 'صباح الخير من الشرفة',
      text: 'زرعنا شجرة زيتون أمام البيت. سننتظرها عشر سنوات، ولسنا مستعجلين. https://olives.example',
    }),
    card('Hostile', {
      authors: [person('\u202Emoc.elgoog\u202C <b onclick=alert(1)>Eve</b>')],
      title: '<img src=x onerror=alert(1)> {{7*7}} ${7*7}',
      text: `<script>alert(1)</script> javascript:alert(1) \u202Etxet desrever\u202C z${'\u0301'.repeat(60)}algo ${'W'.repeat(160)}`,
    }),
    card('Emoji and one word', { authors: [mira], text: '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ура' }),
    card('Just now', { verb: 'post', text: 'The time follows the clock.', time: minutesAgo(0) }),
    card('Yesterday', { verb: 'post', text: 'With the hour.', time: yesterday }),
    card('Years ago', { verb: 'post', text: 'With the year.', time: new Date(2010, 7, 18) }),
    timeless(),
    card('Created by an app', {
      verb: 'app_event',
      generator: {
        id: '520706',
        title: 'Photo of the day',
        icon: media(iconUrl('520706')),
        url: address('https://my.sandbox.example/apps/520706'),
      },
      title: 'Your picture was chosen',
      actionLinks: [
        { text: 'Try it yourself', url: address('https://photo.example/try') },
        { text: 'See all', url: address('https://photo.example/all') },
      ],
    }),
  ],
};

const post = () =>
  event({
    authors: [gottlieb],
    verb: 'photo_upload',
    title: 'Выходные на заливе',
    text: 'Только лучшие.',
    time: minutesAgo(400),
    attachments: [1, 2, 3, 4].map((id) => ({
      kind: 'image',
      src: photo('sea', `weekend-${id}`, 600, 400),
      width: 600,
      height: 400,
    })),
  });
const comments = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    comment(crowd[i % crowd.length] ?? anna, `${REPLIES[i % REPLIES.length] ?? ''}`, 90 - i * 7),
  );
const REPLIES = [
  'The button is the right call.',
  'А подробности будут?',
  'Saving this for later, thanks!',
  'What happens when two of them arrive at the same time? I have seen feeds that lose one of them, and nobody noticed for a year.',
  'שבת שלום לכולם',
];

const reactions: Section = {
  id: 'reactions',
  title: 'Likes and comments',
  samples: [
    card('A like', { kind: 'like', authors: [lena], subevents: [post()] }),
    card('A comment', { kind: 'comment', authors: [mira], text: 'Which bay is this?', subevents: [post()] }),
    card('Four levels deep', {
      kind: 'like',
      authors: [anna, boris],
      subevents: [
        event({
          kind: 'comment',
          authors: [mira],
          text: 'Finally.',
          subevents: [
            event({
              kind: 'like',
              authors: [lena],
              subevents: [event({ authors: [gottlieb], verb: 'post', text: 'First snow.' })],
            }),
          ],
        }),
      ],
    }),
    card('No likes, no comments', { text: 'Nobody has said anything yet.', thread: thread({}) }),
    card('Three likes, three comments', {
      text: 'Press the heart to see who.',
      thread: thread({ likes: [anna, boris, mira], comments: comments(3) }),
    }),
    card('Twelve of each, including your like', {
      text: 'The first three are shown.',
      thread: thread({ likes: crowd, likeCount: 12, liked: true, comments: comments(12) }),
    }),
    card('Only counts are known', {
      text: 'Some sources only count.',
      thread: thread({ likeCount: 48_213, commentCount: 1093 }),
    }),
  ],
};

const link = {
  kind: 'link',
  url: address('https://killerfeature.example'),
  title: 'Feeds that stay still',
} as const;

/** The field is there already; the focus is not taken. */
function open(sample: Sample & { readonly element: EventCard }): Sample {
  void sample.element.updateComplete.then(() => {
    sample.element.toggle('write');
  });
  return sample;
}

const readersActions: Section = {
  id: 'actions',
  title: 'What the reader can do',
  samples: [
    liveCard('No likes or comments yet', {
      text: 'Be the first.',
      thread: thread({}),
    }),
    liveCard('Liked, with comments and a link', {
      authors: crowd,
      verb: 'share',
      title: 'A calmer way to read changelogs',
      text: 'Nothing moves while you read, and new things wait behind a button.',
      attachments: [link],
      actionLinks: [{ text: 'Try it yourself', url: address('https://photo.example/try') }],
      thread: thread({ likes: crowd, likeCount: 24, liked: true, comments: comments(2) }),
    }),
    liveCard('Only the like count is known', {
      text: 'The heart and the count are one button.',
      thread: thread({ likeCount: 48_213, commentCount: 1093 }),
    }),
    open(
      liveCard('The comment form is open', { text: 'What do you think?', thread: thread({ likes: [anna] }) }),
    ),
    liveCard('A comment being sent', {
      text: 'It is there at once.',
      thread: thread({ comments: [...comments(1), own('Count me in.', 'sending')] }),
    }),
    liveCard('A comment that failed; write one that starts with “fail”', {
      text: 'The text is not lost.',
      thread: thread({ comments: [...comments(5), own('I will bring the ladder.', 'failed')] }),
    }),
    liveCard('A subevent with its own comments', {
      kind: 'like',
      authors: [lena],
      subevents: [{ ...post(), thread: thread({ likes: [boris], comments: comments(1) }) }],
      thread: thread({}),
    }),
    card('Read-only', {
      text: 'Counts, and only the list of people to press.',
      thread: thread({ likes: crowd, likeCount: 24, liked: true, comments: comments(1) }),
    }),
  ],
};

function broken(): Sample {
  const sample = card('An event that fails to render costs one card', {});
  const event = {
    get id(): string {
      throw new Error('This event is broken on purpose.');
    },
  };
  Object.assign(sample.element, { event });
  return sample;
}

export const eventSections: readonly Section[] = [
  authors,
  texts,
  readersActions,
  { ...reactions, samples: [...reactions.samples, broken()] },
];
