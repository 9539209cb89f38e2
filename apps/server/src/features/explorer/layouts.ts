import type { ExplorerLayout, ExplorerLayoutContent } from '@stint/contract';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Asked } from '../../http/asked.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { lockLayouts, type Owner, readLayouts, removeLayout, saveLayout } from './layouts-store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source' | 'principal'>;

/** Layouts of one person at most. */
const MOST_LAYOUTS = 100;

function ownerOf({ organization, principal }: Asking): Owner {
  return { organizationId: organization.id, personId: principal.id };
}

export function listLayouts(asking: Asking): Promise<ExplorerLayout[]> {
  return readLayouts(asking.db, ownerOf(asking));
}

/** Saves a layout over the one with its id; DbValidationError for a name that another one has, and for the 101st. */
export async function setLayout(
  asking: Asking,
  id: string,
  { name: given, isDefault, view }: ExplorerLayoutContent,
): Promise<ExplorerLayout> {
  const owner = ownerOf(asking);
  const name = given.trim();
  return inTransaction(asking.db, async (db) => {
    await lockLayouts(db, owner);
    const present = await readLayouts(db, owner);
    const before = present.find((layout) => layout.id === id);
    const others = present.filter((layout) => layout.id !== id);
    if (others.some((layout) => layout.name.toLowerCase() === name.toLowerCase()))
      throw refusedValue('name', `another layout is called "${name}" already.`);
    if (others.length >= MOST_LAYOUTS)
      throw refusedValue('name', `there are ${MOST_LAYOUTS} layouts already; delete one first.`);
    const layout = { id, name, isDefault: isDefault ?? before?.isDefault ?? false, view };
    await saveLayout(db, owner, layout);
    const action = before ? 'change' : 'create';
    await audit(db, owner.organizationId, asking.source, { action, entity: 'explorerLayout', entityId: id });
    return layout;
  });
}

/** EntityNotFound for a layout that the caller does not have. */
export async function deleteLayout(asking: Asking, id: string): Promise<void> {
  const owner = ownerOf(asking);
  await inTransaction(asking.db, async (db) => {
    if (!(await removeLayout(db, owner, id))) throw notFound('layout', id);
    const entry = { action: 'delete', entity: 'explorerLayout', entityId: id };
    await audit(db, owner.organizationId, asking.source, entry);
  });
}
