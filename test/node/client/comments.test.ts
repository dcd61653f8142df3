import { describe, expect, it } from 'vitest';
import { HttpError } from '../../../src/http/errors.js';
import type { Comment, FeedEvent } from '../../../src/model/event.js';
import { log, settled } from './fake-source.js';
import { reacting, threaded } from './reacting.js';

const error = new HttpError('No.', { status: 503 });
const comment = (id: string, text: string): Comment => ({ id, text });
const withComments = (...comments: Comment[]) => threaded('a', { comments, commentCount: comments.length });

describe('a comment', () => {
  it('stands in its thread at once, and the one that the source answers takes its place', async () => {
    const { client, call, at, said, sent, threadAt } = await reacting(withComments(comment('c', 'First')));
    const given = at();
    const changes = log(client);
    const end = client.comment(at(), ' Well ');
    expect([said(), threadAt().commentCount, changes]).toEqual(['First c,  Well  sending', 2, ['events']]);
    expect(threadAt().comments[1]?.time).toBeInstanceOf(Date);
    await settled();
    expect([sent(), call(1).event === given]).toEqual([[' Well '], true]);
    call(1).resolve(comment('d', 'Well'));
    await end;
    // As the reader's own: that is never behind "Show all comments".
    expect([said(), threadAt().commentCount, changes]).toEqual([
      'First c, Well sent',
      2,
      ['events', 'events'],
    ]);
    expect(threadAt().comments[1]?.id).toBe('d');
  });

  it('stays as sent where the source does not tell, until an answer that knows', async () => {
    const { client, call, answer, at, said, threadAt } = await reacting(threaded('a'));
    void client.checkNewer();
    await settled();
    const end = client.comment(at(), 'Well');
    await settled();
    call(2).resolve();
    await end;
    expect(said()).toBe('Well sent');
    // Asked for before, it may not know of it.
    await answer(threaded('a'));
    expect(said()).toBe('Well sent');
    void client.checkNewer();
    await settled();
    await answer(withComments(comment('d', 'Well')));
    expect([said(), threadAt().commentCount]).toEqual(['Well d', 1]);
  });

  it.each([
    ['told by the source', comment('d', 'Well')],
    ['not told', undefined],
  ])('that a page brings while it is sent is one comment, its id %s', async (_, told) => {
    const { client, call, answer, at, said, threadAt } = await reacting(withComments(comment('c', 'Well')));
    void client.checkNewer();
    const end = client.comment(at(), 'Well');
    await settled();
    const both = withComments(comment('c', 'Well'), comment('d', 'Well'));
    await answer(both);
    expect([said(), threadAt().commentCount]).toEqual(['Well c, Well d', 2]);
    void client.checkNewer();
    await settled();
    call('Well').resolve(told);
    await end;
    await answer(both);
    expect([said(), threadAt().commentCount]).toEqual(['Well c, Well d', 2]);
  });

  it('that says the same as another that is sent is still a comment of its own', async () => {
    const { client, call, answer, at, said } = await reacting(threaded('a'));
    void client.comment(at(), 'Ha');
    void client.comment(at(), 'Ha');
    void client.checkNewer();
    await settled();
    await answer(withComments(comment('d', 'Ha')));
    expect(said()).toBe('Ha d, Ha sending');
    call(1).resolve();
    call(2).resolve();
    await settled();
    expect(said()).toBe('Ha d, Ha sent');
  });

  it('that fails stays, whatever answers come, and is not sent again by itself', async () => {
    const { client, call, answer, at, said, sent } = await reacting(threaded('a'));
    const changes: unknown[] = [];
    client.subscribe((change) => changes.push(change));
    const end = client.comment(at(), 'Well');
    await settled();
    call(1).reject(error);
    await end;
    expect([said(), client.status]).toEqual(['Well failed', 'ready']);
    expect(changes).toEqual([
      { type: 'events' },
      { type: 'error', error, doing: 'comment' },
      { type: 'events' },
    ]);
    void client.refresh();
    await settled();
    await answer(withComments(comment('d', 'Well')));
    expect([said(), sent()]).toEqual(['Well d, Well failed', ['Well']]);
  });

  it('that failed is sent once more when the reader says so, and only then', async () => {
    const { client, call, at, said, sent, threadAt } = await reacting(threaded('a'));
    void client.comment(at(), 'Well');
    await settled();
    call(1).reject(error);
    await settled();
    const [failed] = threadAt().comments;
    if (!failed) throw new Error('There is no comment.');
    const ends = [client.sendAgain(at(), failed), client.sendAgain(at(), failed)];
    await settled();
    expect([said(), sent()]).toEqual(['Well sending', ['Well', 'Well']]);
    call(2).resolve(comment('d', 'Well'));
    await Promise.all(ends);
    await client.sendAgain(at(), failed);
    expect([said(), threadAt().commentCount, sent().length]).toEqual(['Well sent', 1, 2]);
  });

  it('that failed goes away when it is withdrawn, and one that is sent does not', async () => {
    const { client, call, at, said, threadAt } = await reacting(threaded('a'));
    const shown = at();
    void client.comment(at(), 'Well');
    const [pending] = threadAt().comments;
    if (!pending) throw new Error('There is no comment.');
    client.withdraw(at(), pending);
    expect(said()).toBe('Well sending');
    await settled();
    call(1).reject(error);
    await settled();
    client.withdraw(at(), pending);
    expect([said(), at() === shown]).toEqual(['', true]);
    await client.sendAgain(at(), pending);
    expect(said()).toBe('');
  });

  it('keeps its event, though that was deleted: the text is not lost', async () => {
    const { client, call, answer, at, said } = await reacting(threaded('a'), threaded('b'), threaded('c'));
    void client.comment(at(1), 'Well');
    await settled();
    call(1).reject(error);
    void client.checkNewer();
    await settled();
    await answer(threaded('a'), threaded('c'));
    expect([client.count, said(1)]).toEqual([3, 'Well failed']);
    const [failed] = at(1).thread?.comments ?? [];
    if (failed) client.withdraw(at(1), failed);
    void client.checkNewer();
    await settled();
    await answer(threaded('a'), threaded('c'));
    expect(client.events.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('on an event that is not what the model promises is sent, and nothing rejects', async () => {
    const odd = { id: 'a', thread: { id: 'a', commentable: true } } as unknown as FeedEvent;
    const { client, call, at, sent } = await reacting(odd);
    const end = client.comment(at(), 'Well');
    await settled();
    call(1).resolve();
    await end;
    expect(sent()).toEqual(['Well']);
  });

  it('is sent nowhere when it is blank or cannot be', async () => {
    const { client, at, said, sent } = await reacting(threaded('a'), threaded('b', { commentable: false }));
    await Promise.all([client.comment(at(), ' \n'), client.comment(at(1), 'Well')]);
    expect([sent(), said(), said(1), client.canComment]).toEqual([[], '', '', true]);
  });
});
