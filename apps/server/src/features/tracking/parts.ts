import type { TrackedWorkItem } from '@stint/contract';
import type { Instant } from '@stint/domain';
import type { Asked, Db, Source } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';

/** Who asks, as far as tracking needs it. */
export type Asking = Pick<Asked, 'db' | 'organization' | 'principal' | 'source'>;

/** What a stopped track brings to its worklog. */
export interface BookedTrack {
  id: string;
  personId: string;
  workItemId: number | null;
  activityTypeId: string;
  comment: string;
  seconds: number;
  startedAt: Instant;
  /** Minutes east of UTC. */
  timeZoneMinutes: number;
  isBillable: boolean;
}

/** What tracking asks of worklogs. */
export interface Bookings {
  /** Writes the worklog of a stopped track, in the caller's transaction. */
  book(db: Db, organization: Organization, track: BookedTrack, source: Source): Promise<void>;
}

/** What tracking asks of work items. */
export interface WorkItemSearch {
  /** In groups, in the order to show. */
  search(
    db: Db,
    organization: Organization,
    principal: Principal,
    query: string,
  ): Promise<{ groupName: string; workItem: TrackedWorkItem }[]>;
}
