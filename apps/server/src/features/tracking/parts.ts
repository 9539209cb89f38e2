import type { Asked } from '../../http/asked.ts';
import type { WorkItems } from '../work-items/service.ts';
import type { WorkLogs } from '../worklogs/service.ts';

/** Who asks, as far as tracking needs it. */
export type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

/** What tracking asks of worklogs: to write those of stopped tracks. */
export type Bookings = Pick<WorkLogs, 'book'>;

/** What tracking asks of work items. */
export type WorkItemSearch = Pick<WorkItems, 'search'>;
