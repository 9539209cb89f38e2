import { type Instant, NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { audit } from '../../audit.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { Refusal, refusedValue } from '../../refusal.ts';
import { type Reassignment, reassignPeople, reassignTracks, reassignWorkLogs } from './reassign.ts';
import { countUses, keepFromUse, markDeleted, type StoredType, writeDefault } from './store.ts';

/** A type to delete, and what gets its place; null only when no worklog has it. */
export interface Removal {
  type: StoredType;
  replacement: StoredType | null;
  now: Instant;
}

/**
 * Deletes a type and gives all that uses it the replacement, in the transaction that `db` is. Most is moved before the
 * row is locked, which keeps everybody waiting who books time of this type; the rest, written meanwhile, after. Who
 * waited is refused by the foreign key, as a deleted type has no `live_id`.
 */
export async function removeType(
  { db, organization, source }: Pick<Asked, 'organization' | 'source'> & { db: Db },
  { type, replacement, now }: Removal,
): Promise<void> {
  const reassignment: Reassignment = { organizationId: organization.id, from: type.id, now, source };
  const moveWorkLogs = async () => {
    if (replacement === null) await checkUnused(db, organization.id, type);
    return reassignWorkLogs(db, reassignment, replacement?.id ?? NOT_SET_ACTIVITY_TYPE.id);
  };
  const to = replacement?.id ?? null;
  // A stopping track locks its record, then the type; so records come before the type here too.
  const first = await moveWorkLogs();
  const tracks = await reassignTracks(db, reassignment, to);
  await keepFromUse(db, organization.id, type.id);
  const worklogs = first + (await moveWorkLogs());
  const people = await reassignPeople(db, reassignment, to);
  if (type.isSystemDefault && replacement !== null) await writeDefault(db, organization.id, replacement.id);
  await markDeleted(db, organization.id, type.id, now);
  await audit(db, organization.id, source, {
    action: 'delete',
    entity: 'activityType',
    entityId: type.id,
    before: { name: type.name, color: type.color, isSystemDefault: type.isSystemDefault },
    after: { replacementId: to, worklogs, people, tracks },
  });
}

/** Finds what is to be deleted and what comes instead; refuses what cannot be. */
export function readRemoval(
  types: readonly StoredType[],
  type: StoredType,
  replacementId: string | undefined,
): Pick<Removal, 'type' | 'replacement'> {
  if (replacementId === undefined) {
    if (!type.isSystemDefault) return { type, replacement: null };
    const message = `${type.name} is the organization’s default: set another one, or name a $replacementId.`;
    throw new Refusal('DbValidationError', message);
  }
  if (replacementId === type.id) throw refusedValue('$replacementId', 'must be another activity type.');
  const replacement = types.find(({ id }) => id === replacementId);
  if (replacement) return { type, replacement };
  const message = `there is no activity type ${replacementId}; GET /activityTypes lists them.`;
  throw refusedValue('$replacementId', message);
}

async function checkUnused(db: Db, organizationId: string, { id, name }: StoredType): Promise<void> {
  const uses = await countUses(db, organizationId, id);
  if (uses === 0) return;
  const entries = uses === 1 ? '1 worklog uses' : `${uses} worklogs use`;
  throw refusedValue('$replacementId', `is required: ${entries} ${name}.`);
}
