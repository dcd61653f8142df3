import { describe, expect, it } from 'vitest';
import aggregated from '../../fixtures/getstream-aggregated.json?raw';
import notification from '../../fixtures/getstream-notification.json?raw';
import { pageFaults } from '../../helpers/model-shape.js';
import { readAnswer, readOne } from './getstream-answers.js';

const activity = (id: string, more: object = {}) => ({
  id,
  actor: 'anna',
  verb: 'like',
  object: 'photo:9',
  ...more,
});

describe('an aggregated feed', () => {
  const page = readAnswer(aggregated, 2);

  it('is read without a warning, to its end', () => {
    expect(page.warnings).toEqual([]);
    expect(pageFaults(page)).toEqual([]);
    expect(page.skip).toBeUndefined();
    expect(page.newest).toBe('2e7ef88c-0505-11e9-94fe-0a9265761cda');
  });

  it('has a group as one event, by its name, with each actor once and what all activities share', () => {
    const { subevents, ...group } = page.events[0] ?? {};
    expect(group).toEqual({
      id: 'add_2018-12-21',
      ref: '2e7ef88c-0505-11e9-94fe-0a9265761cda',
      kind: 'event',
      type: 'add',
      verb: 'add',
      target: { id: 'album:2' },
      time: new Date('2018-12-21T09:45:42.461Z'),
      authors: [
        { id: 'anna', name: 'anna' },
        { id: 'boris', name: 'boris' },
      ],
      authorCount: 5,
      attachments: [],
      subeventCount: 12,
      actionLinks: [],
    });
    expect(subevents?.map(({ id, object }) => [id.slice(0, 8), object?.id])).toEqual([
      ['2e7ef88c', 'photo:9'],
      ['2e6d9a52', 'photo:8'],
      ['1d5c8840', 'photo:7'],
    ]);
  });

  it('has a group of one activity as that activity', () => {
    expect(page.events[1]).toMatchObject({
      id: 'tweet_2018-12-20',
      ref: '5f0a4f00-043c-11e9-8080-80001a2b3c4d',
      text: 'Good morning',
      object: { id: 'tweet:1' },
      authors: [{ id: 'vera' }],
      subevents: [],
      subeventCount: 0,
    });
  });
});

describe('a notification feed', () => {
  const page = readAnswer(notification, 2);

  it('says what is read and seen, of each group and in all', () => {
    expect(page.warnings).toEqual([]);
    expect(pageFaults(page)).toEqual([]);
    expect(page).toMatchObject({ unread: 1, unseen: 0 });
    expect(page.events[0]).toMatchObject({
      id: 'test_2018-10-18',
      ref: '79d41147-d2f2-11e8-bf25-1231d51167b4.test_2018-10-18',
      read: false,
      seen: true,
      object: { id: 'photo:9' },
      subeventCount: 2,
    });
  });
});

describe('a group', () => {
  it('that grows stays the same event', () => {
    const one = readOne({ id: 'u1', group: 'like_1', activities: [activity('u1')], activity_count: 1 });
    const activities = [activity('u2', { actor: 'boris' }), activity('u1')];
    const two = readOne({ id: 'u2', group: 'like_1', activities, activity_count: 2 });
    expect([one.id, two.id]).toEqual(['like_1', 'like_1']);
    expect([one.ref, two.ref]).toEqual(['u1', 'u2']);
  });

  it.each([{}, { group: '' }, { group: null }, { group: {} }, { group: 'x'.repeat(201) }])(
    'without a usable name goes by its id',
    (given) => {
      expect(readOne({ id: 'u1', activities: [activity('u1')], ...given })).toMatchObject({
        id: 'u1',
        ref: 'u1',
      });
    },
  );

  it('of one activity keeps the likes of that activity', () => {
    const activities = [activity('u1', { reaction_counts: { like: 2 } })];
    expect(readOne({ id: 'u1', group: 'g', activities }).thread).toMatchObject({ id: 'u1', likeCount: 2 });
  });

  it('of several has no likes of its own', () => {
    const activities = [activity('u2'), activity('u1')];
    expect(readOne({ activities, reaction_counts: { like: 2 } }).thread).toBeUndefined();
  });

  it('of which the answer has one activity and counts more is still a group', () => {
    expect(readOne({ group: 'g', activities: [activity('u1')], activity_count: 40 })).toMatchObject({
      id: 'g',
      subevents: [{ id: 'u1' }],
      subeventCount: 40,
      authorCount: 1,
    });
  });

  it('has its newest activity first, whatever their order', () => {
    const times = ['2018-12-21T09:00:00', '2018-12-21T11:00:00', '2018-12-21T10:00:00'];
    const activities = times.map((time, index) => activity(`u${index}`, { time, actor: `author${index}` }));
    const group = readOne({ group: 'g', activities });
    expect(group.subevents.map(({ id }) => id)).toEqual(['u1', 'u2', 'u0']);
    expect(group.authors.map(({ id }) => id)).toEqual(['author1', 'author2', 'author0']);
    expect(group).toMatchObject({ time: new Date('2018-12-21T11:00:00Z'), verb: 'like' });
  });

  it('has no object where its activities differ in it', () => {
    const activities = [activity('u2', { object: 'photo:8' }), activity('u1')];
    expect(readOne({ activities }).object).toBeUndefined();
  });

  it('has each activity once, and is there without any', () => {
    const { subevents, warnings } = readOne({ activities: [activity('a'), activity('a'), 7, activity('b')] });
    expect(subevents.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(warnings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'results[0].activities[2] bad-type',
      'results[0].activities[1].id duplicate',
    ]);
    expect(readOne({ group: 'g', activities: [], verb: 'like' })).toMatchObject({
      id: 'g',
      verb: 'like',
      subevents: [],
    });
  });
});
