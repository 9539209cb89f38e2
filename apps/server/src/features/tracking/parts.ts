import type { Asked } from '../../http/asked.ts';
import type { WorkItems } from '../work-items/service.ts';
import type { WorkLogs } from '../worklogs/service.ts';

/** Who asks, as far as tracking needs it. */
export type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

/** What tracking asks of worklogs: those of stopped tracks, to write with the change that stopped them. */
export type Bookings = Pick<WorkLogs, 'bookedRows'>;

/** What tracking asks of work items. */
export type WorkItemSearch = Pick<WorkItems, 'search'>;
