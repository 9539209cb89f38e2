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
    const verdict = await quotas.take(at.organizationId, person);
    expect(verdict.retryAfterSeconds).toBeNull();
    delays.push(verdict.delayMilliseconds);
  }
  expect(delays.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(delays[4]).toBeGreaterThan(0);
  const { retryAfterSeconds } = await quotas.take(at.organizationId, person);
  expect(retryAfterSeconds).toBeGreaterThanOrEqual(1);
  expect(retryAfterSeconds).toBeLessThanOrEqual(60);
});

test('the preset off counts nothing', async () => {
  const quotas = createQuotas(at.server.dependencies.attempts, 'off');
  for (let request = 0; request < 100; request += 1) {
    expect(await quotas.take(at.organizationId, 'somebody')).toEqual({
      retryAfterSeconds: null,
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
