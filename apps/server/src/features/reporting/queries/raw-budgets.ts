import type { Selectable } from 'kysely';
import type { Tables } from '../../../database/tables.ts';
import { itemOf } from './raw.ts';
import type { ReportingService } from './use-service.ts';

type Assignment = Selectable<Tables['budget_assignment']>;
type WorkLog = ReportingService['workLogs'][number];
type WorkItem = ReportingService['workItems'][number];

/** Which budget each worklog is on, found as docs/api.md describes it (Budgets). */
export async function budgetFinder(service: ReportingService): Promise<(log: WorkLog) => string | null> {
  const assignments = await service.db.selectFrom('budget_assignment').selectAll().execute();
  const at = (isHere: (assignment: Assignment) => boolean) => assignments.filter(isHere);
  return (log) => {
    const item = itemOf(service, log);
    const chain = item ? [item, ...above(service, item)] : [];
    const steps = [
      at(({ work_log_id: id }) => id === log.id),
      ...chain.map(({ id }) => at(({ work_item_id: itemId }) => itemId === id)),
      ...paths(item?.iteration_path ?? null).map((path) =>
        at(({ iteration_path: own }) => own?.toLowerCase() === path),
      ),
    ];
    return firstAttached(steps);
  };
}

/** What is excluded on the way is passed over from there on. */
function firstAttached(steps: readonly Assignment[][]): string | null {
  const excluded = new Set<string>();
  for (const step of steps) {
    for (const { budget_id: id, is_exclusion: isExclusion } of step) if (isExclusion) excluded.add(id);
    const found = step.find(
      ({ budget_id: id, is_exclusion: isExclusion }) => !isExclusion && !excluded.has(id),
    );
    if (found) return found.budget_id;
  }
  return null;
}

function above({ workItems }: ReportingService, { parent_id: parentId }: WorkItem): WorkItem[] {
  const parent = workItems.find(({ id, deleted_at: deletedAt }) => id === parentId && deletedAt === null);
  return parent ? [parent, ...above({ workItems } as ReportingService, parent)] : [];
}

/** `Atlas\Sprint 1`, then `Atlas`; in lower case. */
function paths(path: string | null): string[] {
  if (path === null || path === '') return [];
  const parts = path.toLowerCase().split('\\');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('\\'));
}
