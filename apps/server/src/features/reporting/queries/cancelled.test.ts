import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { useService, type ReportingService } from './use-service.ts';

/** Does something while whoever reads worklogs has to wait. */
const whileLocked = (service: ReportingService, work: () => Promise<void>) =>
  service.db.transaction().execute(async (transaction) => {
    await sql`lock table work_log in access exclusive mode`.execute(transaction);
    await work();
  });

describe('a report that takes too long', () => {
  const service = useService({ reportSeconds: 1 });

  test.each(['workLogsOnly/$count', 'workLogsOnly?$format=csv'])(
    'is cancelled and told so: %s',
    async (url) => {
      await whileLocked(service, async () => {
        const { status, text } = await service.ask('admin', url);
        expect([status, JSON.parse(text)]).toEqual([
          503,
          { error: { code: 'QueryTimeout', message: 'The query ran too long and was cancelled.' } },
        ]);
      });
      expect((await service.ask('admin', url)).status).toBe(200);
    },
  );
});

describe('a client that hangs up', () => {
  const service = useService();
  let address = '';
  beforeAll(async () => {
    address = await service.server.app.listen({ port: 0, host: '127.0.0.1' });
  });

  const waiting = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer as count from pg_locks where not granted and relation = 'work_log'::regclass`.execute(
      service.db,
    );
    return rows[0]?.count;
  };

  test.each(['workLogsOnly', 'workLogsOnly?$format=xlsx'])(
    'ends its query in the database: %s',
    async (path) => {
      await whileLocked(service, async () => {
        const headers = { authorization: `Bearer ${service.tokenOf('admin')}` };
        const client = new AbortController();
        const answer = fetch(`${address}/api/odata/v3.2/${path}`, { headers, signal: client.signal });
        await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
        client.abort();
        await expect(answer).rejects.toThrow();
        await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
      });
      expect((await service.ask('admin', 'workLogsOnly/$count')).status).toBe(200);
    },
  );
});
