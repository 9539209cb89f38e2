import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestPerson } from '../../testing/test-server.ts';
import { useWorkLogs } from './testing/use-worklogs.ts';

const t = useWorkLogs();
const path = '/api/rest/workLogs';
let me: TestPerson;

beforeAll(() => t.rules({ noOverlap: true }));
beforeEach(async () => {
  me = await t.somebody();
});

const at = (time: string) => `2026-03-10T${time}`;

/** Status of a worklog beside one from 10:00:00 to 11:00:00. */
async function beside(timeStamp: string, length: number): Promise<number> {
  await t.booked(me, { timeStamp: at('10:00:00'), length: 3600 });
  return (await t.book(me, { timeStamp, length })).status;
}

describe('beside a worklog from 10 to 11', () => {
  test.each([
    ['before it, touching', at('09:00:00'), 3600, 200],
    ['before it, sharing a minute', at('09:00:00'), 3660, 200],
    ['before it, sharing a minute and a second', at('09:00:00'), 3661, 409],
    ['after it, touching', at('11:00:00'), 3600, 200],
    ['after it, sharing a minute', at('10:59:00'), 3600, 200],
    ['after it, sharing a minute and a second', at('10:58:59'), 3600, 409],
    ['the same', at('10:00:00'), 3600, 409],
    ['within it', at('10:20:00'), 600, 409],
    ['a minute within it', at('10:20:00'), 60, 200],
    ['around it', at('08:00:00'), 6 * 3600, 409],
    ['around it for days', '2026-03-08T08:00:00', 5 * 86_400, 409],
    ['the same day without a time', '2026-03-10', 8 * 3600, 200],
    ['at the same instant in another zone', '2026-03-10T22:30:00+13:00', 3600, 409],
    ['at the same time in another zone', '2026-03-10T10:00:00-10:00', 3600, 200],
  ])('%s', async (_name, timeStamp, length, status) => {
    expect(await beside(timeStamp, length)).toBe(status);
  });
});

test('a worklog of many days is found from its first to its last hour', async () => {
  await t.booked(me, { timeStamp: '2026-02-01T10:00:00', length: 31 * 86_400 });
  expect((await t.book(me, { timeStamp: '2026-02-01T10:00:00' })).status).toBe(409);
  expect((await t.book(me, { timeStamp: '2026-03-04T09:31:00' })).status).toBe(409);
  expect((await t.book(me, { timeStamp: '2026-03-04T10:00:00' })).status).toBe(200);
});

test.each([3600, 6 * 3600, 6 * 3600 + 1, 86_400, 31 * 86_400])(
  'a worklog of %s seconds is found from its last minutes, whatever zones were moved to since',
  async (length) => {
    const end = Date.parse('2026-03-09T12:00:00Z');
    const time = (milliseconds: number) => new Date(milliseconds).toISOString();
    await moveTo('Pacific/Kiritimati');
    await t.booked(me, { timeStamp: time(end - length * 1000), length });
    await moveTo('Pacific/Pago_Pago');
    expect((await t.book(me, { timeStamp: time(end - 61_000), length: 3600 })).status).toBe(409);
    expect((await t.book(me, { timeStamp: time(end - 60_000), length: 3600 })).status).toBe(200);
    await moveTo('Pacific/Kiritimati');
    expect((await t.book(me, { timeStamp: time(end + 1_800_000), length: 3600 })).status).toBe(409);
  },
);

async function moveTo(timeZone: string): Promise<void> {
  const { database, feed } = t.stint.server.dependencies;
  await database.system.updateTable('person').set({ time_zone: timeZone }).where('id', '=', me.id).execute();
  feed.tell(t.stint.organizationId);
}

test('the refusal names the worklog in the way and the times that would pass', async () => {
  const id = await t.booked(me, { timeStamp: at('10:00:00'), length: 3600 });
  const { body } = await t.book(me, { timeStamp: at('10:30:00'), length: 3600 });
  expect(body['error']?.['message']).toBe(
    `timeStamp: the time overlaps the worklog ${id} from 2026-03-10T10:00:00 to 2026-03-10T11:00:00, and entries of one person ` +
      'may not overlap by more than 60 seconds (setting noOverlap); end by 2026-03-10T10:00:00 or start at 2026-03-10T11:00:00 or later.',
  );
});

test('other people and deleted worklogs are in nobody’s way, and a worklog is not in its own', async () => {
  const id = await t.booked(me, { timeStamp: at('10:00:00'), length: 3600 });
  expect((await t.book(await t.somebody(), { timeStamp: at('10:00:00') })).status).toBe(200);
  const change = { timeStamp: at('10:30:00'), length: 7200 };
  expect((await t.ask(me, 'PATCH', `${path}/${id}`, change)).status).toBe(200);
  expect((await t.ask(me, 'DELETE', `${path}/${id}`)).status).toBe(200);
  expect((await t.book(me, { timeStamp: at('10:30:00') })).status).toBe(200);
  expect((await t.ask(me, 'POST', `${path}/${id}/restore`)).status).toBe(409);
});

test('a change from a day to a time, and into another’s time, has to find room', async () => {
  const other = await t.somebody();
  await t.booked(other, { timeStamp: at('10:00:00'), length: 3600 });
  await t.booked(me, { timeStamp: at('08:00:00'), length: 3600 });
  const id = await t.booked(me, { timeStamp: '2026-03-10', length: 3600 });
  const change = (wish: object) => t.ask(t.stint.people.administrator, 'PATCH', `${path}/${id}`, wish);
  expect((await change({ timeStamp: at('08:30:00') })).status).toBe(409);
  expect((await change({ timeStamp: at('10:00:00') })).status).toBe(200);
  expect((await change({ userId: other.id })).status).toBe(409);
});

test('the running track is in the way from its start until now', async () => {
  await t.ask(me, 'POST', '/api/tracking/client/startTracking', { tfsId: 1, remark: 'running' });
  t.now += 30 * 60_000;
  const beginning = '2026-03-11T10:00:00';
  const refused = await t.book(me, { timeStamp: '2026-03-11T10:10:00', length: 600 });
  expect(refused.status).toBe(409);
  expect(refused.body['error']?.['message']).toContain(`the track that runs since ${beginning}`);
  expect((await t.book(me, { timeStamp: '2026-03-11T09:01:00', length: 3600 })).status).toBe(200);
  expect((await t.book(me, { timeStamp: '2026-03-11T10:29:00', length: 600 })).status).toBe(200);
  t.now -= 30 * 60_000;
});

test('a batch names every worklog that overlaps another of the batch or one that stands', async () => {
  await t.booked(me, { timeStamp: at('10:00:00'), length: 3600 });
  const entry = (time: string) => ({ timeStamp: at(time), length: 3600, workItemId: 1 });
  const batch = ['08:00:00', '08:30:00', '13:00:00', '10:15:00', '09:30:00'].map(entry);
  const { status, body } = await t.ask(me, 'POST', `${path}/batch`, [...batch, { length: 0, comment: 'x' }]);
  expect(status).toBe(409);
  const message = String(body['error']?.['message']);
  expect(message).toMatch(/^Nothing was written; 4 of the worklogs are refused: \[1\].*\[3\].*\[4\].*\[5\]/);
  expect(message).toContain('overlaps the worklog [0] of this batch from 2026-03-10T08:00:00');
  const well = [batch[0], batch[2]];
  expect((await t.ask(me, 'POST', `${path}/batch`, well)).status).toBe(200);
});

test('an entry that is sent again with its id is not in its own way', async () => {
  const id = '018f0000-0000-7000-8000-000000000001';
  expect((await t.book(me, { id })).status).toBe(200);
  expect((await t.book(me, { id })).status).toBe(200);
});
