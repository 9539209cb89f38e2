import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { type Row, useService } from './use-service.ts';

const service = useService();

const errorOf = (text: string) => (JSON.parse(text) as { error: Row }).error;

test.each([
  ['workLogsOnly?$filter=PeriodLenght gt 1', '$filter', 0, 'PeriodLength'],
  ["workLogsOnly?$filter=PeriodLength gt 'a'", '$filter', 16, ''],
  ['workLogsOnly?$orderby=Timestamp,Foo', '$orderby', 10, 'Foo'],
  ['workLogsOnly?worklogsFilter=User/Nam eq 1', 'worklogsFilter', 5, 'Name'],
  ["workItems?workItemsFilter=System_Stat eq 'Done'", 'workItemsFilter', 0, 'System_State'],
  ['workItems?prefilter=Them', 'prefilter', 0, 'NoFilter or Me'],
  ['workItems?$filter=Foo eq 1&customFields=System.Tags', '$filter', 0, 'Foo'],
  ['users?worklogsFilter=Foo eq 1', 'worklogsFilter', 0, 'Foo'],
])(
  '%s is refused with its place and what would be right, without asking the database',
  async (url, target, position, hint) => {
    await service.db.transaction().execute(async (transaction) => {
      // Whatever reads either table now waits until the test is over.
      await sql`lock table work_log, work_item in access exclusive mode`.execute(transaction);
      const { status, text } = await service.ask('admin', url);
      const error = errorOf(text);
      expect([status, error['target']]).toEqual([400, target]);
      expect(error['message']).toContain(`position ${position}`);
      expect(error['message']).toContain(hint);
    });
  },
);

test.each(['', '$metadata', '$metadata?$format=json'])('"%s" is told without the database', async (url) => {
  await service.db.transaction().execute(async (transaction) => {
    await sql`lock table work_log, work_item in access exclusive mode`.execute(transaction);
    expect((await service.ask('admin', url)).status).toBe(200);
  });
});
