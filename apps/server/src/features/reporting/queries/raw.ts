import type { ReportingService } from './use-service.ts';

type WorkLog = ReportingService['workLogs'][number];
type WorkItem = ReportingService['workItems'][number];

/** Worklogs that are not deleted, of a span of wall time if one is given: `from` belongs to it, `to` does not. */
export function live({ workLogs }: ReportingService, from = '', to = '9'): WorkLog[] {
  return workLogs.filter(
    ({ deleted_at: deletedAt, local_started_at: at }) => deletedAt === null && at >= from && at < to,
  );
}

/** Seconds of worklogs in all. */
export function seconds(workLogs: readonly WorkLog[]): number {
  return workLogs.reduce((sum, log) => sum + log.seconds, 0);
}

/** The day by the owner's wall clock, `2026-09-30`. */
export function dayOf({ local_started_at: at }: WorkLog): string {
  return at.slice(0, 10);
}

/** Display names by the people's ids. */
export function nameOf({ people }: ReportingService, id: string | null): string | null {
  return people.find((person) => person.id === id)?.display_name ?? null;
}

/** The item of a worklog, deleted or not. */
export function itemOf({ workItems }: ReportingService, { work_item_id: id }: WorkLog): WorkItem | null {
  return workItems.find((item) => item.id === id) ?? null;
}

/** Rows in groups by a text, in the order in which the groups first come up. */
export function grouped<Each>(rows: readonly Each[], keyOf: (row: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** Texts in one order whatever the collation. */
export function byText(left: unknown, right: unknown): number {
  const [one, other] = [JSON.stringify(left), JSON.stringify(right)];
  return one < other ? -1 : Number(one > other);
}

/** The number that a field of an item holds, 0 for none. */
export function numberIn({ fields }: WorkItem, name: string): number {
  return Number(fields[name] ?? 0);
}
