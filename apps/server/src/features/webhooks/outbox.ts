import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import type { Db } from '../../http/asked.ts';
import { eventTypeOf, typesWanted } from './events.ts';
import { type Act, bodyOf } from './payload.ts';

/** Acts that one transaction makes deliveries of. */
const BATCH = 200;

/**
 * Makes deliveries of the acts in the outbox, for each webhook that wants them, and empties it; all or nothing for each
 * batch. Several processes take different acts. `system` must see every organization.
 */
export async function emptyOutbox(system: Db): Promise<void> {
  for (let taken = BATCH; taken === BATCH; ) {
    taken = await system.transaction().execute(takeBatch);
  }
}

/** One batch, in the transaction of the caller; answers how many acts it took. */
export async function takeBatch(transaction: Db): Promise<number> {
  const { rows: acts } = await sql<Act>`
    select a.organization_id as "organizationId", g.name as "organizationName", a.id, a.at, a.person_id as "personId",
      a.affects, a.via, a.action, a.entity, a.entity_id as "entityId", a.before, a.after
    from outbox o
    join audit_log a on a.organization_id = o.organization_id and a.id = o.id
    join organization g on g.id = o.organization_id
    order by o.id limit ${BATCH} for update of o skip locked`.execute(transaction);
  if (acts.length === 0) return 0;
  const organizations = [...new Set(acts.map(({ organizationId }) => organizationId))];
  const webhooks = await transaction
    .selectFrom('webhook')
    .select(['organization_id', 'id', 'events'])
    .where('organization_id', 'in', organizations)
    .where('is_enabled', '=', true)
    .execute();
  const wishes = webhooks.map(({ organization_id, id, events }) => ({
    organization_id,
    webhook_id: id,
    types: new Set(typesWanted(events)),
  }));
  const deliveries = acts.flatMap((act) => deliveriesOf(act, wishes));
  if (deliveries.length > 0) await transaction.insertInto('webhook_delivery').values(deliveries).execute();
  await transaction
    .deleteFrom('outbox')
    .where(
      'id',
      'in',
      acts.map(({ id }) => id),
    )
    .where('organization_id', 'in', organizations)
    .execute();
  return acts.length;
}

interface Wish {
  organization_id: string;
  webhook_id: string;
  types: ReadonlySet<string>;
}

function deliveriesOf(act: Act, wishes: readonly Wish[]) {
  const type = eventTypeOf(act.entity, act.action);
  if (type === null) return [];
  const wanting = wishes.filter(
    ({ organization_id, types }) => organization_id === act.organizationId && types.has(type),
  );
  const body = wanting.length === 0 ? '' : bodyOf(type, act);
  return wanting.map(({ organization_id, webhook_id }) => ({
    organization_id,
    id: uuid(),
    webhook_id,
    event_id: act.id,
    event_type: type,
    body,
    next_attempt_at: sql<string>`now()`,
  }));
}
