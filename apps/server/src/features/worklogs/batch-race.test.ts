import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

test('the same entries sent at the same moment in crossing orders are written once', async () => {
  for (let round = 0; round < 5; round += 1) {
    const entries = Array.from({ length: 100 }, () => ({ id: uuid(), length: 60, comment: 'crossing' }));
    const send = (body: object) => at.ask(at.people.team, 'POST', '/api/rest/workLogs/batch', body);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => send(index % 2 ? entries : entries.toReversed())),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  }
  const { system } = at.server.dependencies.database;
  const rows = await system.selectFrom('work_log').select('id').where('comment', '=', 'crossing').execute();
  expect(rows).toHaveLength(500);
});
