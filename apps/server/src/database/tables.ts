import type { EventTables } from './tables/events.ts';
import type { PageTables } from './tables/pages.ts';
import type { PeopleTables } from './tables/people.ts';
import type { TimeTables } from './tables/time.ts';
import type { WorkItemTables } from './tables/work-items.ts';

/** Every table of `migrations/`, by its name. */
export type Tables = PeopleTables & WorkItemTables & TimeTables & EventTables & PageTables;
