import { calls } from '@stint/contract';
import type { Dependencies, Job } from '../../dependencies.ts';
import type { Mails } from '../mail/service.ts';
import { askReports } from '../reporting/ask.ts';
import { createReports } from '../reports/service.ts';
import { runSchedules } from './job.ts';
import { createReportSchedules } from './service.ts';

/** Reports that are mailed by plans: their calls, and the job that makes them where a mail server is set. */
export function reportSchedules(dependencies: Dependencies, { mails }: { mails: Mails }): Job[] {
  const { router, clock } = dependencies;
  const reports = createReports();
  const service = createReportSchedules({ reports, clock });
  router.handle(calls.listReportSchedules, (asked) => service.list(asked));
  router.handle(calls.addReportSchedule, (asked) => service.add(asked, asked.body));
  router.handle(calls.changeReportSchedule, (asked) => service.change(asked, asked.params.id, asked.body));
  router.handle(calls.deleteReportSchedule, async (asked) => {
    await service.remove(asked, asked.params.id);
    return null;
  });
  router.handle(calls.runReportSchedule, (asked) => service.run(asked, asked.params.id));
  return mails.isOn ? [runSchedules({ ...dependencies, mails, reports, ask: askReports(dependencies) })] : [];
}
