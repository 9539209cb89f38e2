import { instant, nextRun } from '@stint/domain';
import type { Dependencies, Job } from '../../dependencies.ts';
import { repeating } from '../../jobs/repeating.ts';
import { toldOnce } from '../../jobs/told-once.ts';
import { Refusal } from '../../refusal.ts';
import { findReaders } from '../mail/reader.ts';
import type { Mails } from '../mail/service.ts';
import type { Reports } from '../reports/service.ts';
import { type Ask, makeReport } from './make-report.ts';
import { type DueSchedule, endRun, takeDue } from './store.ts';

/** Milliseconds between looks. */
const LOOK_EVERY = 15_000;
const AT_ONCE = 2;

const messages = {
  failing: 'planned reports could not be made; it is tried again',
  recovered: 'planned reports are made again',
};

export interface ScheduleDependencies
  extends Pick<Dependencies, 'database' | 'organizations' | 'log' | 'clock'> {
  mails: Mails;
  reports: Pick<Reports, 'get'>;
  ask: Ask;
}

/** Makes the reports that are due into letters. Of several processes one makes each; a letter of a run is put into the outbox once. */
export async function runDue(dependencies: ScheduleDependencies): Promise<void> {
  const { database, clock, log } = dependencies;
  for (;;) {
    const due = await takeDue(database.system, clock(), AT_ONCE);
    for (const schedule of due) {
      await runOne(dependencies, schedule).catch((error: unknown) => {
        log.error({ err: error, scheduleId: schedule.id }, 'a planned report could not be made');
      });
    }
    if (due.length < AT_ONCE) return;
  }
}

export function runSchedules(dependencies: ScheduleDependencies): Job {
  const look = toldOnce(dependencies.log, messages, () => runDue(dependencies));
  return repeating(async () => {
    await look();
    return LOOK_EVERY;
  });
}

async function runOne(dependencies: ScheduleDependencies, schedule: DueSchedule): Promise<void> {
  const { database, organizations, clock, reports, ask, mails } = dependencies;
  const organization = await organizations.byId(schedule.organizationId);
  if (!organization) return;
  const db = database.organization(organization.id);
  const [owner] = await findReaders(db, organization, [schedule.personId]);
  const next = (zone: string) => {
    const { frequency, weekday, monthDay, timeOfDay: time } = schedule;
    return new Date(nextRun({ frequency, weekday, monthDay, time, zone }, instant(clock()))).toISOString();
  };
  const fail = (fault: string) =>
    endRun(db, schedule, { nextRun: next(owner?.principal.timeZone ?? 'UTC'), fault });
  if (!owner) return fail('its owner has no role or no e-mail address');
  const asking = { db, organization, principal: owner.principal, source: BY_JOB };
  const found = await reports.get(asking, schedule.reportId).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  if (!found) return fail('the report is there no more');
  const { report } = found;
  const format = schedule.attachment;
  const made = await makeReport(ask, { organization, owner, report, format, now: clock() });
  const recipients = await findReaders(db, organization, schedule.recipientIds);
  await db.transaction().execute(async (transaction) => {
    for (const reader of recipients) {
      const { subject, body, allTime } = reader.texts.report;
      const frame = made.days === null ? allTime : `${made.days.from} – ${made.days.to}`;
      await mails.enqueue(transaction, organization, reader, {
        kind: 'report',
        dedupeKey: `report ${schedule.id} ${schedule.nextRun} ${reader.principal.id}`,
        subject: subject(report.name),
        paragraphs: [body(report.name, frame)],
        tables: made.tables,
        attachments: made.attachments,
      });
    }
    await endRun(transaction, schedule, { nextRun: next(owner.principal.timeZone), fault: null });
  });
}

const BY_JOB = { personId: null, via: 'job', address: null } as const;
