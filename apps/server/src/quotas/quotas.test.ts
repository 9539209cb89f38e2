import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomInWindow } from '../contract-tests/window.ts';
import { type TestServer, testServer } from '../testing/test-server.ts';
import { createQuotas } from './quotas.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

test('one slows down before one refuses', async () => {
  await roomInWindow(60, 10);
  const quotas = createQuotas(at.server.dependencies.attempts, 'free');
  const person = uuid();
  const delays: number[] = [];
  for (let request = 0; request < 5; request += 1) {
    const verdict = await quotas.take(at.organizationId, person, null);
    expect(verdict.exceeded).toBeNull();
    delays.push(verdict.delayMilliseconds);
  }
  expect(delays.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(delays[4]).toBeGreaterThan(0);
  const { exceeded } = await quotas.take(at.organizationId, person, null);
  expect(exceeded).toMatchObject({ preset: 'free', requests: 5, seconds: 60, of: 'person' });
  expect(exceeded?.retryAfterSeconds).toBeGreaterThanOrEqual(1);
  expect(exceeded?.retryAfterSeconds).toBeLessThanOrEqual(60);
});

test('the preset off counts nothing', async () => {
  const quotas = createQuotas(at.server.dependencies.attempts, 'off');
  for (let request = 0; request < 100; request += 1) {
    expect(await quotas.take(at.organizationId, 'somebody', null)).toEqual({
      exceeded: null,
      delayMilliseconds: 0,
    });
  }
  const counts = await at.server.dependencies.database.system
    .selectFrom('attempt_count')
    .selectAll()
    .where('subject', 'like', '%somebody')
    .execute();
  expect(counts).toEqual([]);
});
