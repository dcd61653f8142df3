/** A raw mail.ru event with something hostile in as many places as it fits. */
export interface HostileEvent {
  readonly id: string;
  readonly [name: string]: unknown;
}

const user = (uid: string, value: string) => ({
  uid,
  nick: value,
  first_name: value,
  last_name: value,
  has_pic: 1,
  location: { city: { name: value }, region: { name: value }, country: { name: value } },
});

/** Somebody's text in every field that holds one. `name` is of one line, `text` of many. */
export function withText(id: string, name: string, text: string): HostileEvent {
  return {
    id,
    subtype: 'event',
    type: '5-26',
    type_name: name,
    time: 1332408768,
    thread_id: `thread of ${id}`,
    title: name,
    user_text: text,
    description: text,
    authors: [user('1', name)],
    likes: [user('2', name)],
    comments: [{ id: 'c', text, author: user('3', name), time: 1332408769 }],
    attachments: [
      { object: 'link', url: 'https://a.example/', text: name },
      { object: 'image', src: 'https://media.sandbox.example/a.png', title: name },
      { object: 'video', player: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: name, desc: text },
      { object: 'audio', link: 'https://media.sandbox.example/a.mp3', title: name, artist: name },
      { object: 'user', uid: '4', nick: name, first_name: name },
      { object: name, text: name },
      { object: 'tag', text: name },
    ],
    action_links: [{ text: name, url: 'https://a.example/' }],
    generator: { app_id: '7', title: name, url: 'https://a.example/' },
  };
}

/** An address in every field that holds one. */
export function withAddress(id: string, url: string): HostileEvent {
  const person = (uid: string) => ({
    uid,
    nick: 'Bob',
    link: url,
    has_pic: 1,
    ...Object.fromEntries(
      ['pic', 'pic_40', 'pic_50', 'pic_128', 'pic_180', 'pic_190', 'pic_small', 'pic_big'].map((key) => [
        key,
        url,
      ]),
    ),
  });
  return {
    id,
    subtype: 'event',
    type: '5-26',
    thread_id: `thread of ${id}`,
    title: 'Title',
    click_url: url,
    user_text: `look: ${url} !`,
    authors: [person('1')],
    likes: [person('2')],
    comments: [{ id: 'c', text: url, author: person('3') }],
    attachments: [
      { object: 'link', url, text: 'label' },
      { object: 'image', src: url, src_hires: url, click_url: url, title: 'alt' },
      { object: 'video', player: url, src: url, click_url: url, title: 'video' },
      { object: 'audio', link: url, file_url: url, click_url: url, title: 'audio' },
      { object: 'app', url, text: 'unknown' },
      { ...person('4'), object: 'user' },
    ],
    action_links: [
      { text: 'url', url },
      { text: 'href', href: url },
    ],
    generator: { app_id: '7', title: 'App', icon: url, url },
  };
}

/** Values that are not what their field documents: rows J07 to J13, J18 and J20 to J25, as JSON. */
export const HOSTILE_VALUES: readonly string[] = [
  '{"_$litType$":1,"strings":["<img src=x onerror=__pwn=1>"],"values":[]}',
  '{"_$litType$":{"h":["<img src=x onerror=__pwn=1>"],"parts":[]},"values":[]}',
  '{"_$litDirective$":"x","values":[]}',
  '{"nodeType":1}',
  '{"toString":null,"valueOf":null}',
  '["a",["b"]]',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '[null,1,"x",[],{}]',
  'null',
  'false',
  'true',
  '-1',
  '1e21',
  '1e400',
  '8640000000000001',
  '"<img src=x onerror=__pwn=1>"',
  `${'['.repeat(2000)}${']'.repeat(2000)}`,
];

const FIELDS =
  'subtype type type_name time authors author title user_text text description attachments text_media comment ' +
  'subevent thread_id likes comments likes_count comments_count is_liked_by_me is_likeable action_links ' +
  'generator click_url';

/** The value in each field by itself, in the fields of each part, and everywhere at once: as JSON. */
export function withValue(id: string, value: string): string[] {
  const fields = FIELDS.split(' ');
  const all = (...names: string[]) => names.map((name) => `"${name}":${value}`).join();
  const person = all('nick', 'first_name', 'link', 'pic', 'birthday', 'location', 'sex', 'is_online');
  const media = ['link', 'image', 'video', 'audio', 'music', 'user', 'group', 'avatar', 'app', 'text'].map(
    (object) =>
      `{"object":"${object}",${all('url', 'text', 'src', 'width', 'height', 'player', 'title', 'desc', 'content')}}`,
  );
  const bodies = [
    ...fields.map((field) => all(field)),
    all(...fields),
    `"authors":[{"uid":"1",${person}}],"author":{"uid":${value}}`,
    `"thread_id":"t","comments":[{"id":"c",${all('text', 'author', 'time')}},{"id":${value},"text":"x"}]`,
    `"thread_id":"t","likes":[{"uid":"1",${person}}],${all('likes_count', 'comments_count', 'is_liked_by_me')}`,
    `"attachments":[${media.join()},${value}]`,
    `"action_links":[{${all('text', 'url', 'href')}},${value}]`,
    `"generator":{${all('app_id', 'title', 'icon', 'url')}}`,
    `"subtype":"like","subevent":{"id":"inner of ${id}",${all('title', 'user_text', 'authors', 'attachments')}}`,
  ];
  return bodies.map((body, index) => `{"id":"${id}.${index}",${body}}`);
}
