import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { WorkLogs } from '../worklogs/service.ts';
import { copyWeek } from './copy-week.ts';
import { timesheet } from './timesheet.ts';

/** The calls under /timesheet. */
export function timesheets(
  { router, clock }: Pick<Dependencies, 'router' | 'clock'>,
  { workLogs }: { workLogs: Pick<WorkLogs, 'list' | 'addMany'> },
): void {
  router.handle(calls.getTimesheet, (asked) => timesheet(asked, asked.query, clock()));
  router.handle(calls.copyTimesheetWeek, (asked) =>
    copyWeek(asked, asked.body, asked.query.$validateOnly ?? false, workLogs),
  );
}
