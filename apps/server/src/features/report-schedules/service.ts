import type { NewReportSchedule, ReportSchedule, ReportScheduleChange } from '@stint/contract';
import { instant, nextRun } from '@stint/domain';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { findPeople } from '../../identity/find-person.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import type { Reports } from '../reports/service.ts';
import {
  findSchedule,
  insertSchedule,
  type Owner,
  type Plan,
  readSchedules,
  removeSchedule,
  updateSchedule,
} from './store.ts';

export type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;

/** Plans of one person at most. */
const MOST_PLANS = 50;

/** The plans of single people by which reports are mailed. EntityNotFound for those of others. */
export interface ReportSchedules {
  list(asking: Asking): Promise<ReportSchedule[]>;
  add(asking: Asking, wish: NewReportSchedule): Promise<ReportSchedule>;
  change(asking: Asking, id: string, wish: ReportScheduleChange): Promise<ReportSchedule>;
  remove(asking: Asking, id: string): Promise<void>;
  /** Makes a plan due now. */
  run(asking: Asking, id: string): Promise<ReportSchedule>;
}

export function createReportSchedules({
  reports,
  clock,
}: {
  reports: Pick<Reports, 'get'>;
  clock: () => number;
}): ReportSchedules {
  const planned = ({ principal }: Asking, plan: Omit<Plan, 'nextRun'>): Plan => {
    const { frequency, weekday, monthDay, timeOfDay: time } = plan;
    const schedule = { frequency, weekday, monthDay, time, zone: principal.timeZone };
    return { ...plan, nextRun: new Date(nextRun(schedule, instant(clock()))).toISOString() };
  };

  /** EntityNotFound for a report that the caller does not see, DbValidationError for recipients that are nobody. */
  async function check(asking: Asking, { reportId, recipientIds }: Pick<Plan, 'reportId' | 'recipientIds'>) {
    await reports.get(asking, reportId);
    const known = await findPeople(asking.db, asking.organization.id, recipientIds);
    const unknown = recipientIds.find((id) => !known.has(id));
    if (unknown !== undefined)
      throw refusedValue('recipientIds', `there is no user ${unknown} in this organization.`);
  }

  return {
    list: (asking) => readSchedules(asking.db, ownerOf(asking)),

    async add(asking, wish) {
      const { principal } = asking;
      const id = uuid();
      const plan = planned(asking, {
        reportId: wish.reportId,
        frequency: wish.frequency,
        weekday: wish.weekday ?? null,
        monthDay: wish.monthDay ?? null,
        timeOfDay: wish.timeOfDay,
        recipientIds: [...new Set(wish.recipientIds ?? [principal.id])],
        attachment: wish.attachment ?? 'none',
        isEnabled: wish.isEnabled ?? true,
      });
      return inTransaction(asking.db, async (db) => {
        await check({ ...asking, db }, plan);
        if ((await readSchedules(db, ownerOf(asking))).length >= MOST_PLANS)
          throw refusedValue('reportId', `there are ${MOST_PLANS} plans already; delete one first.`);
        await insertSchedule(db, ownerOf(asking), id, plan);
        return noted(asking, db, id, 'create', plan);
      });
    },

    async change(asking, id, wish) {
      return inTransaction(asking.db, async (db) => {
        const before = await known(asking, db, id);
        const plan = planned(asking, {
          reportId: wish.reportId ?? before.reportId,
          frequency: wish.frequency ?? before.frequency,
          weekday: wish.weekday ?? before.weekday,
          monthDay: wish.monthDay ?? before.monthDay,
          timeOfDay: wish.timeOfDay ?? before.timeOfDay,
          recipientIds: [...new Set(wish.recipientIds ?? before.recipientIds)],
          attachment: wish.attachment ?? before.attachment,
          isEnabled: wish.isEnabled ?? before.isEnabled,
        });
        await check({ ...asking, db }, plan);
        await updateSchedule(db, ownerOf(asking), id, plan);
        return noted(asking, db, id, 'change', plan);
      });
    },

    async remove(asking, id) {
      await inTransaction(asking.db, async (db) => {
        if (!(await removeSchedule(db, ownerOf(asking), id))) throw notFound('report schedule', id);
        const entry = { action: 'delete', entity: 'reportSchedule', entityId: id };
        await audit(db, asking.organization.id, asking.source, entry);
      });
    },

    async run(asking, id) {
      return inTransaction(asking.db, async (db) => {
        const before = await known(asking, db, id);
        const plan = { ...before, isEnabled: true, nextRun: new Date(clock()).toISOString() };
        await updateSchedule(db, ownerOf(asking), id, plan);
        return noted(asking, db, id, 'run', plan);
      });
    },
  };
}

function ownerOf({ organization, principal }: Asking): Owner {
  return { organizationId: organization.id, personId: principal.id };
}

async function known(asking: Asking, db: Db, id: string): Promise<ReportSchedule> {
  const schedule = await findSchedule(db, ownerOf(asking), id, { lock: true });
  if (!schedule) throw notFound('report schedule', id);
  return schedule;
}

async function noted(
  asking: Asking,
  db: Db,
  id: string,
  action: string,
  { reportId, frequency, recipientIds, attachment }: Plan,
): Promise<ReportSchedule> {
  const after = { reportId, frequency, recipientIds, attachment };
  await audit(db, asking.organization.id, asking.source, {
    action,
    entity: 'reportSchedule',
    entityId: id,
    after,
  });
  const schedule = await findSchedule(db, ownerOf(asking), id);
  if (!schedule) throw new Error(`the report schedule ${id} is gone`);
  return schedule;
}
