import type { TimesheetEntry } from '@stint/contract';
import type { WallDate, WorkedItem } from '@stint/domain';
import { CompiledQuery } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { MOST_ROWS, TIMESHEET } from './sql.ts';

export interface Wish {
  organizationId: string;
  personId: string;
  /** By which work items name the person, in lower case. */
  names: readonly string[];
  from: WallDate;
  to: WallDate;
  project: string | null;
  iterations: boolean;
  mine: boolean;
  /** From which day on earlier time counts; null for none. */
  since: WallDate | null;
  parents: boolean;
}

export interface ItemRow extends WorkedItem {
  id: number;
  title: string;
  type: string;
  teamProject: string;
  state: string;
  iterationPath: string | null;
  parentId: number | null;
  effort: number | null;
  reason: 'time' | 'filter' | 'parent';
  isAssigned: boolean;
}

interface Found {
  items: ItemRow[];
  entries: TimesheetEntry[];
}

/** Reads a timesheet in one statement; one item more than may be shown tells that there are more. */
export async function readTimesheet(db: Db, wish: Wish): Promise<Found> {
  const { rows } = await db.executeQuery<Found>(
    CompiledQuery.raw(TIMESHEET, [
      wish.organizationId,
      wish.personId,
      wish.from,
      wish.to,
      wish.names,
      wish.project,
      wish.iterations,
      wish.mine,
      wish.since,
      wish.parents,
      MOST_ROWS,
    ]),
  );
  return rows[0] ?? { items: [], entries: [] };
}
