import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roomInWindow } from '../contract-tests/window.ts';
import { type TestServer, testServer } from '../testing/test-server.ts';
import type { Attempts } from './attempts.ts';
import { createLease, type Lease } from './lease.ts';

const HOUR = 3600;
let at: TestServer;

beforeAll(async () => {
  at = await testServer();
  await roomInWindow(HOUR, 60);
});
afterAll(() => at.close());

/** The shared counters, counting what they cost. */
function counted(): { attempts: Attempts; writes: () => number } {
  const { attempts } = at.server.dependencies;
  let writes = 0;
  const add: Attempts['add'] = (...asked) => {
    writes += 1;
    return attempts.add(...asked);
  };
  return { attempts: { ...attempts, add }, writes: () => writes };
}

/** Takes until it is refused; answers how often it was not. */
async function drain(lease: Lease): Promise<number> {
  for (let taken = 0; ; taken += 1) if ((await lease.take()) !== null) return taken;
}

describe('leases of one limit', () => {
  test.each([1, 2, 7, 50, 1000])(
    'of %i together accept exactly so many, however many processes there are',
    async (requests) => {
      const subject = uuid();
      const limit = { requests, seconds: HOUR };
      const { attempts, writes } = counted();
      const leases = [1, 2, 3].map(() => createLease(attempts, at.organizationId, subject, limit));
      const taken = await Promise.all(leases.map(drain));
      expect(taken.reduce((sum, each) => sum + each, 0)).toBe(requests);
      expect(writes()).toBeLessThanOrEqual(4 * Math.ceil(Math.log2(requests + 1)) + 9);
    },
  );

  test('many requests at the same moment ask the database once', async () => {
    const { attempts, writes } = counted();
    const lease = createLease(attempts, at.organizationId, uuid(), { requests: 100, seconds: HOUR });
    const verdicts = await Promise.all(Array.from({ length: 20 }, () => lease.take()));
    expect([verdicts.every((wait) => wait === null), writes()]).toEqual([true, 1]);
  });

  test('a refusal costs no write, and tells the seconds until the window ends', async () => {
    const { attempts, writes } = counted();
    const lease = createLease(attempts, at.organizationId, uuid(), { requests: 3, seconds: HOUR });
    expect(await drain(lease)).toBe(3);
    const before = writes();
    const wait = (await lease.take()) ?? 0;
    expect([wait >= 1 && wait <= HOUR, writes()]).toEqual([true, before]);
  });

  test('the load grows from 0 to 1 and is the part that was really used', async () => {
    const { attempts } = counted();
    const lease = createLease(attempts, at.organizationId, uuid(), { requests: 40, seconds: HOUR });
    expect([lease.load(), lease.isOver()]).toEqual([0, true]);
    for (let taken = 1; taken <= 40; taken += 1) {
      await lease.take();
      expect(lease.load()).toBeCloseTo(taken / 40);
    }
    expect(lease.isOver()).toBe(false);
  });
});
