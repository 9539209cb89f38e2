import type { ActivityType, ActivityTypeChange, NewActivityType } from '@stint/contract';
import { instant, NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { isSameName, readColour, readName } from './names.ts';
import { checkOrder } from './order.ts';
import { readRemoval, removeType } from './remove.ts';
import { insertType, lockTypes, type StoredType, updateType, writeDefault, writeOrder } from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

/** Keeps the activity types of an organization; each change is audited and effective at once. */
export interface ActivityTypes {
  add(asking: Asking, wish: NewActivityType): Promise<ActivityType>;
  /** Renames or recolours. */
  change(asking: Asking, id: string, change: ActivityTypeChange): Promise<ActivityType>;
  /** Sets the order to show; `ids` has every type once. */
  order(asking: Asking, ids: readonly string[]): Promise<readonly StoredType[]>;
  /** Sets the type of people who have no default of their own. */
  setDefault(asking: Asking, id: string): Promise<readonly StoredType[]>;
  /** Deletes a type; all that uses it gets the replacement. Refused without one while worklogs use it. */
  remove(asking: Asking, id: string, replacementId: string | undefined): Promise<void>;
}

export function createActivityTypes({ clock, feed }: Pick<Dependencies, 'clock' | 'feed'>): ActivityTypes {
  /** Runs a change of types alone, and tells everybody. */
  async function changing<Result>(
    asking: Asking,
    work: (db: Db, types: StoredType[]) => Promise<Result>,
  ): Promise<Result> {
    const { db, organization } = asking;
    const result = await inTransaction(db, async (transaction) =>
      work(transaction, await lockTypes(transaction, organization.id)),
    );
    feed.tell(organization.id);
    return result;
  }

  return {
    add: (asking, wish) =>
      changing(asking, async (db, types) => {
        const { organization, source } = asking;
        const type = { id: uuid(), name: readName(wish.name), color: readColour(wish.color) };
        checkFree(type.name, types);
        const position = Math.min(wish.position ?? types.length, types.length);
        await insertType(db, organization.id, { ...type, position });
        const ids = types.map(({ id }) => id).toSpliced(position, 0, type.id);
        await writeOrder(db, organization.id, ids);
        const { id, ...after } = { ...type, position };
        await audit(db, organization.id, source, {
          action: 'create',
          entity: 'activityType',
          entityId: id,
          after,
        });
        return type;
      }),

    change: (asking, id, wish) =>
      changing(asking, async (db, types) => {
        const { organization, source } = asking;
        const { name, color } = changeable(types, id, 'renamed or recoloured');
        const after = {
          name: wish.name === undefined ? name : readName(wish.name),
          color: wish.color === undefined ? color : readColour(wish.color),
        };
        if (after.name === name && after.color === color) return { id, ...after };
        checkFree(
          after.name,
          types.filter((type) => type.id !== id),
        );
        await updateType(db, organization.id, id, after);
        await audit(db, organization.id, source, {
          action: 'change',
          entity: 'activityType',
          entityId: id,
          before: { name, color },
          after,
        });
        return { id, ...after };
      }),

    order: (asking, ids) =>
      changing(asking, async (db, types) => {
        const { organization, source } = asking;
        const before = types.map(({ id }) => id);
        const ordered = checkOrder(types, ids);
        if (before.join() === ids.join()) return ordered;
        await writeOrder(db, organization.id, ids);
        await audit(db, organization.id, source, {
          action: 'change',
          entity: 'activityTypeOrder',
          entityId: organization.id,
          before: { ids: before },
          after: { ids },
        });
        return ordered;
      }),

    setDefault: (asking, id) =>
      changing(asking, async (db, types) => {
        const { organization, source } = asking;
        const chosen = types.find((type) => type.id === id);
        if (!chosen)
          throw refusedValue('id', `there is no activity type ${id}; GET /activityTypes lists them.`);
        const before = types.find(({ isSystemDefault }) => isSystemDefault);
        if (before?.id === id) return types;
        await writeDefault(db, organization.id, id);
        await audit(db, organization.id, source, {
          action: 'change',
          entity: 'defaultActivityType',
          entityId: organization.id,
          before: { id: before?.id ?? null },
          after: { id },
        });
        return types.map((type) => ({ ...type, isSystemDefault: type.id === id }));
      }),

    remove: (asking, id, replacementId) =>
      changing(asking, async (db, types) => {
        const type = changeable(types, id, 'deleted');
        const now = instant(clock());
        await removeType({ ...asking, db }, { ...readRemoval(types, type, replacementId), now });
      }),
  };
}

/** The type with this id, which must not be [Not Set]. */
function changeable(types: readonly StoredType[], id: string, what: string): StoredType {
  const type = types.find((each) => each.id === id);
  if (!type) throw notFound('activity type', id);
  if (id !== NOT_SET_ACTIVITY_TYPE.id) return type;
  throw refusedValue('id', `${type.name} stands for time without an activity type; it cannot be ${what}.`);
}

function checkFree(name: string, others: readonly StoredType[]): void {
  const taken = others.find((type) => isSameName(type.name, name));
  if (taken) throw refusedValue('name', `there is an activity type ${taken.name} already.`);
}
