import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../connection/testing.ts';
import { emptyOutbox, takeBatch } from './outbox.ts';
import { sweepDeliveries, takeLeases } from './store-leases.ts';
import { type Received, startReceiver } from './testing/receiver.ts';
import { useWebhooks } from './testing/use-webhooks.ts';

const bench = useWebhooks();
const system = () => bench.stint.server.dependencies.database.system;

interface Event {
  type: string;
  timestamp: string;
  data: { actor: unknown; id: string; before: unknown; after: Record<string, unknown> };
}

/** Checks the signature as a receiver does, and answers the event. */
const read = (secret: string, { body, headers }: Received): Event =>
  new Webhook(secret).verify(body, headers as Record<string, string>) as Event;

/** Lets every pause be over. */
const passTime = () =>
  sql`update webhook_delivery set next_attempt_at = now() where state = 'pending'`.execute(system());

const states = async (id: string) =>
  (await bench.deliveries(id)).map(({ state, attempts, responseStatus }) => [
    state,
    attempts,
    responseStatus,
  ]);

afterEach(async () => {
  await sql`delete from outbox`.execute(system());
});

describe('what is told', () => {
  it('is signed, says who did it, and has the names of the API', async () => {
    const receiver = await startReceiver(200);
    const { id, secret } = await bench.add(receiver.url, ['worklog.*']);
    bench.start();
    const workLogId = await bench.book('hello');
    await receiver.got(1);
    const [request] = receiver.received;
    if (!request) throw new Error('nothing came');
    const { team } = bench.stint.people;
    expect(read(secret, request)).toEqual({
      type: 'worklog.created',
      timestamp: expect.stringMatching(/Z$/),
      data: {
        organization: { id: bench.stint.organizationId, name: 'Demo' },
        actor: { id: team.id, name: 'team', email: team.email },
        via: 'rest',
        entity: 'worklog',
        id: workLogId,
        before: null,
        after: expect.objectContaining({
          id: workLogId,
          userId: team.id,
          length: 60,
          comment: 'hello',
          timestamp: '2026-03-02T09:00:00',
          startedAt: '2026-03-02T08:00:00.000Z',
        }),
      },
    });
    expect(request.body).not.toMatch(/"\w*[a-z]_[a-z]\w*":/);
    expect(() => new Webhook(secret).verify(`${request.body} `, request.headers as never)).toThrow();
    await eventually(async () => expect(await states(id)).toEqual([['delivered', 1, 200]]));
  });

  it('is what was asked for, of one’s own organization, also for tracks and many at once', async () => {
    const receiver = await startReceiver(200);
    const { id, secret } = await bench.add(receiver.url, ['track.*', 'worklog.deleted']);
    const { team, stranger } = bench.stint.people;
    await bench.stint.ask(stranger, 'POST', '/api/other/tracking/client/startTracking', { tfsId: 7 });
    await bench.stint.ask(team, 'POST', '/api/tracking/client/startTracking', { tfsId: 7, remark: 'now' });
    await bench.stint.ask(team, 'POST', '/api/tracking/client/stopTracking');
    const entries = Array.from({ length: 300 }, () => ({ length: 1, comment: 'batch' }));
    await bench.stint.ask(team, 'POST', '/api/rest/workLogs/batch', entries);
    await bench.stint.ask(team, 'DELETE', `/api/rest/workLogs/${await bench.book()}`);
    bench.start();
    await receiver.got(3);
    await eventually(async () => expect(await states(id)).toHaveLength(3));
    const events = receiver.received.map((each) => read(secret, each));
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      'track.started',
      'track.stopped',
      'worklog.deleted',
    ]);
    const started = events.find(({ type }) => type === 'track.started');
    expect(started?.data.after).toMatchObject({ userId: team.id, workItemId: 7, comment: 'now' });
  });

  it('names nobody who was erased meanwhile', async () => {
    const receiver = await startReceiver(200);
    await bench.add(receiver.url, ['worklog.created']);
    const gone = await bench.stint.addPerson(bench.stint.organizationId, 'gone', 'Team');
    await bench.stint.ask(gone, 'POST', '/api/rest/workLogs', { length: 60, comment: 'x' });
    await system()
      .updateTable('person')
      .set({ display_name: 'Erased', email: null })
      .where('id', '=', gone.id)
      .execute();
    bench.start();
    await receiver.got(1);
    const kept = await system().selectFrom('webhook_delivery').select('body').execute();
    expect(JSON.stringify([receiver.received, kept])).not.toContain('gone');
    expect(receiver.received[0]?.body).toContain('"name":"Erased","email":null');
  });
});

describe('what does not arrive', () => {
  it('is sent again after a pause, under the same id, until it does', async () => {
    const receiver = await startReceiver(503, { status: 307, location: '/other' }, 200);
    const { id, secret } = await bench.add(receiver.url, ['worklog.created']);
    bench.start();
    await bench.book();
    await receiver.got(1);
    await eventually(async () => expect(await states(id)).toEqual([['pending', 1, 503]]));
    const [waiting] = await bench.deliveries(id);
    const pause = Date.parse(waiting?.nextAttempt ?? '') - Date.parse(waiting?.lastAttempt ?? '');
    expect(pause).toBeGreaterThanOrEqual(5_000);
    expect(pause).toBeLessThan(10_000);
    await passTime();
    await receiver.got(2);
    await eventually(async () => expect(await states(id)).toEqual([['pending', 2, 307]]));
    await passTime();
    await receiver.got(3);
    await eventually(async () => expect(await states(id)).toEqual([['delivered', 3, 200]]));
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set([waiting?.eventId]));
    for (const each of receiver.received) read(secret, each);
  });

  it('is given up in the end, says why, and can be sent again', async () => {
    const receiver = await startReceiver(400, 200);
    const { id } = await bench.add(receiver.url, ['worklog.created']);
    await bench.book();
    const stop = bench.start();
    await receiver.got(1);
    await eventually(async () => expect(await states(id)).toEqual([['pending', 1, 400]]));
    await stop();
    receiver.received.length = 0;
    await sql`update webhook_delivery set attempts = 7`.execute(system());
    const refusing = await startReceiver(400);
    await sql`update webhook set url = ${refusing.url}`.execute(system());
    await passTime();
    bench.start();
    await eventually(async () => expect(await states(id)).toEqual([['failed', 8, 400]]));
    const [failed] = await bench.deliveries(id);
    expect(failed).toMatchObject({ fault: 'the answer was 400', nextAttempt: null });
    const accepting = await startReceiver(200);
    await sql`update webhook set url = ${accepting.url}`.execute(system());
    const path = `/api/rest/webhooks/${id}/deliveries/${failed?.id}/resend`;
    const answer = await bench.stint.ask(bench.stint.people.administrator, 'POST', path);
    expect(answer.body['data']).toMatchObject({ state: 'pending', attempts: 0 });
    await accepting.got(1);
    await eventually(async () => expect(await states(id)).toEqual([['delivered', 1, 200]]));
    expect(accepting.received[0]?.headers['webhook-id']).toBe(failed?.eventId);
  });

  it('switches off a webhook whose receiver is gone, on record', async () => {
    const receiver = await startReceiver(410);
    const { id } = await bench.add(receiver.url, ['worklog.created']);
    bench.start();
    await bench.book();
    await eventually(async () => expect(await bench.webhook(id)).toMatchObject({ isEnabled: false }));
    expect(await states(id)).toEqual([['failed', 1, 410]]);
    const log = `/api/rest/auditLog?$entity=webhook&$entityId=${id}&$count=1`;
    const { body } = await bench.stint.ask(bench.stint.people.administrator, 'GET', log);
    expect(body['data']).toMatchObject([{ action: 'disable', user: null, via: 'job' }]);
    await bench.book();
    expect(await system().selectFrom('outbox').selectAll().execute()).toEqual([]);
  });
});

describe('a process that ends', () => {
  it('leaves what it was sending to the next one', async () => {
    const receiver = await startReceiver('hang', 200);
    const { id } = await bench.add(receiver.url, ['worklog.created']);
    const stop = bench.start();
    await bench.book();
    await receiver.got(1);
    await stop();
    expect(await states(id)).toEqual([['pending', 0, null]]);
    bench.start();
    await receiver.got(2);
    await eventually(async () => expect(await states(id)).toEqual([['delivered', 1, 200]]));
  });

  it('without a word loses nothing: its lease ends, and others send', async () => {
    const receiver = await startReceiver(200);
    const { id } = await bench.add(receiver.url, ['worklog.created']);
    await bench.book();
    await emptyOutbox(system());
    const [lease] = await takeLeases(system(), { busy: [], atMost: 10 });
    expect(lease).toMatchObject({ webhookId: id, attempt: 1 });
    bench.start();
    const second = await takeLeases(system(), { busy: [], atMost: 10 });
    expect([second, receiver.received]).toEqual([[], []]);
    await passTime();
    await receiver.got(1);
    await eventually(async () => expect(await states(id)).toEqual([['delivered', 2, 200]]));
  });

  it('in the middle of the outbox leaves it as it was', async () => {
    const receiver = await startReceiver(200);
    const { id } = await bench.add(receiver.url, ['worklog.created']);
    await bench.book();
    const waiting = await system().selectFrom('outbox').selectAll().execute();
    expect(waiting).toHaveLength(1);
    const broken = new Error('the process ended');
    await expect(
      system()
        .transaction()
        .execute(async (transaction) => {
          await takeBatch(transaction);
          throw broken;
        }),
    ).rejects.toBe(broken);
    expect(await system().selectFrom('outbox').selectAll().execute()).toEqual(waiting);
    expect(await states(id)).toEqual([]);
  });

  it('and several at once send each event once', async () => {
    const receiver = await startReceiver(200);
    const { id } = await bench.add(receiver.url, ['worklog.created']);
    const entries = Array.from({ length: 60 }, () => ({ length: 1, comment: 'shared' }));
    await bench.stint.ask(bench.stint.people.team, 'POST', '/api/rest/workLogs/batch', entries);
    bench.start();
    bench.start();
    await receiver.got(60);
    await eventually(async () =>
      expect((await states(id)).filter(([state]) => state === 'delivered')).toHaveLength(60),
    );
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect([ids.length, new Set(ids).size]).toEqual([60, 60]);
  });
});

describe('deliveries', () => {
  it('are listed newest first, in pages and by state, for 30 days', async () => {
    const receiver = await startReceiver(200);
    const { id } = await bench.add(receiver.url, ['worklog.created']);
    bench.start();
    for (const comment of ['one', 'two', 'three']) await bench.book(comment);
    await eventually(async () => expect(await bench.deliveries(id)).toHaveLength(3));
    const all = (await bench.deliveries(id)).map((each) => each.id);
    expect(all).toEqual(all.toSorted().toReversed());
    const list = async (query: string) => {
      const path = `/api/rest/webhooks/${id}/deliveries?${query}`;
      const { body } = await bench.stint.ask(bench.stint.people.administrator, 'GET', path);
      return (body['data'] as unknown as { id: string }[]).map((each) => each.id);
    };
    expect(await list(`$count=1&$after=${all[0]}`)).toEqual([all[1]]);
    expect(await list('$state=failed')).toEqual([]);
    await sql`update webhook_delivery set created_at = now() - interval '31 days' where id = ${all[0]}`.execute(
      system(),
    );
    await sweepDeliveries(system(), 30);
    expect(await list('')).toEqual(all.slice(1));
  });
});
