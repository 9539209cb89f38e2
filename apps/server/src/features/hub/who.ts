import type { Principal } from '../../identity/principals.ts';
import type { Known } from './known.ts';

/** Who a connection belongs to; decided when it opens, and not again (realtime.md, The hub). */
export interface HubUser {
  organizationId: string;
  personId: string;
  credential: Principal['credential'];
  sessionMethod: Principal['sessionMethod'];
  /** The client's address. */
  address: string | null;
  /** What there was to see when the connection was opened; null where that is asked again. */
  known: Known | null;
}

/** What all connections of a person have in common. Ids of people may be the same in two organizations of one installation. */
export function keyOf({ organizationId, personId }: Pick<HubUser, 'organizationId' | 'personId'>): string {
  return `${organizationId}/${personId}`;
}
