// With its own card and style sheet, fed through its own hook for requests. No network, React 17.
import { connect } from 'getstream';
import React from 'react';
import {
  Activity,
  FlatFeed,
  LikeButton,
  StreamAppProvider,
  Streami18n,
  TranslationProvider,
} from 'react-activity-feed';
import 'react-activity-feed/dist/index.css';
import ReactDOM from 'react-dom';

const base64 = (value) =>
  btoa(JSON.stringify(value)).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');

/** Nobody checks it. */
const TOKEN = [base64({ alg: 'HS256', typ: 'JWT' }), base64({ user_id: 'me' }), 'x'].join('.');

const toActivity = (item) => ({
  id: item.id,
  foreign_id: item.id,
  time: item.time.slice(0, -1),
  verb: 'post',
  object: item.text,
  actor: { id: item.author, data: { name: item.author, profileImage: item.avatar } },
  text: `${item.title}. ${item.text}`,
  attachments: {
    og: {
      url: item.link.url,
      title: item.link.title,
      description: item.link.description,
      images: [{ image: item.link.image }],
    },
    images: [item.image.src],
  },
  own_reactions: {},
  latest_reactions: {},
  reaction_counts: { like: item.likes },
});

const Card = (props) => (
  <div className="row" data-id={props.activity.id}>
    <Activity
      {...props}
      Footer={() => (
        <div style={{ padding: '8px 16px' }}>
          <LikeButton activity={props.activity} />
        </div>
      )}
    />
  </div>
);

const fail = (error) => {
  throw error;
};

export async function create(scroller) {
  const client = connect('key', TOKEN, '1', {});
  const translator = await new Streami18n({ language: 'en' }).getTranslators();
  const host = scroller.appendChild(document.createElement('div'));
  let pending = [];
  let pages = 0;
  let loadNext;
  let handleCommit;

  const answer = async () => {
    const results = pending;
    pending = [];
    pages += 1;
    return { results, next: `https://example.test/feed/?id_lt=${pages}&limit=25`, duration: '1ms' };
  };
  const Paginator = ({ children, loadNextPage }) => {
    loadNext = loadNextPage;
    React.useLayoutEffect(() => handleCommit?.());
    return <div role="feed">{children}</div>;
  };
  const app = {
    client,
    user: client.currentUser,
    userData: { name: 'Me' },
    sharedFeedManagers: {},
    analyticsClient: null,
    errorHandler: fail,
  };
  const draw = () =>
    ReactDOM.render(
      <StreamAppProvider value={app}>
        <TranslationProvider value={translator}>
          <FlatFeed
            feedGroup="timeline"
            doFeedRequest={answer}
            Activity={Card}
            Paginator={Paginator}
            Notifier={() => null}
          />
        </TranslationProvider>
      </StreamAppProvider>,
      host,
    );
  return {
    prepare: (items) => items.map(toActivity),
    load: (activities) =>
      new Promise((resolve) => {
        pending = activities;
        handleCommit = () => {
          if (host.querySelector('.row')) resolve();
        };
        draw();
      }),
    append: async (activities) => {
      pending = activities;
      await loadNext();
    },
  };
}
