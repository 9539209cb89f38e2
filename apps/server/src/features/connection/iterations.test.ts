import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openBench } from './testing.ts';
import { saveIterations } from './iterations.ts';

test('the iterations of all projects are read with their days', async () => {
  const bench = await openBench(8);
  await bench.connect();
  bench.follow();
  const db = bench.stint.server.dependencies.database.organization(bench.stint.organizationId);
  const read = () => db.selectFrom('iteration').selectAll().orderBy('path').execute();
  while ((await read()).length === 0) await sleep(50);
  const rows = await read();
  expect(rows).toHaveLength(2 * 29);
  expect(rows.find(({ path }) => path === 'Borealis\\Sprint 2')).toMatchObject({
    project: 'Borealis',
    start_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
});

test('what is read replaces what was known', async () => {
  const { stint } = await openBench(8);
  const { organizationId } = stint;
  const db = stint.server.dependencies.database.organization(organizationId);
  const row = { project: 'Atlas', startDate: '2026-03-02', finishDate: null };
  const read = () => db.selectFrom('iteration').select(['path', 'start_date', 'finish_date']).execute();
  await saveIterations(db, organizationId, [
    { ...row, path: 'Atlas\\One' },
    { ...row, path: 'Atlas\\Two' },
  ]);
  await saveIterations(db, organizationId, [{ ...row, path: 'Atlas\\Two', finishDate: '2026-03-06' }]);
  expect(await read()).toEqual([{ path: 'Atlas\\Two', start_date: '2026-03-02', finish_date: '2026-03-06' }]);
});
