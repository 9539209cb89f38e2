import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Dependencies } from '../dependencies.ts';

const PATIENCE_MILLISECONDS = 2_000;

/** `/healthz`: the process lives; `/readyz`: it can serve requests, which needs the database. */
export function health({ app, database }: Pick<Dependencies, 'app' | 'database'>): void {
  app.get('/healthz', async () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    const ask = sql`select 1`.execute(database.system).then(
      () => true,
      () => false,
    );
    const ready = await Promise.race([ask, sleep(PATIENCE_MILLISECONDS, false, { ref: false })]);
    if (ready) return { status: 'ready' };
    return reply.code(503).send({ status: 'waiting', reason: 'The database does not answer.' });
  });
}
