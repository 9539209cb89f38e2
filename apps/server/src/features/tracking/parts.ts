import type { Asked } from '../../http/asked.ts';
import type { WorkItems } from '../work-items/service.ts';
import type { WorkLogs } from '../worklogs/service.ts';

/** Who asks, as far as tracking needs it. */
export type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

/** What tracking asks of worklogs: that of a stopped track, to write with the change that stopped it. */
export type Bookings = Pick<WorkLogs, 'bookedRow'>;

/** What tracking asks of work items. */
export type WorkItemSearch = Pick<WorkItems, 'search'>;
