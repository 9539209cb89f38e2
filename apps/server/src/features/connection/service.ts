import type { Group } from '@stint/azure-devops';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { notFound } from '../../refusal.ts';
import { readConnectionUrl } from './address.ts';
import type { Vault } from '../../vault/vault.ts';
import {
  type ConnectionStatus,
  deleteConnection,
  forgetRevisions,
  hideWorkItems,
  readSealed,
  readStatus,
  saveConnection,
} from './store.ts';
import { asking, connectFor, tryConnection } from './try-connection.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

/** The connection of an organization to Azure DevOps, as administrators see and change it. */
export interface Connections {
  get(asking: Asking): Promise<ConnectionStatus | null>;
  /** Tries the token first; refuses as {@link readConnectionUrl} and {@link tryConnection} do. */
  set(asking: Asking, wish: { url: string; pat: string }): Promise<ConnectionStatus>;
  /** The work items stay. EntityNotFound when there is no connection. */
  remove(asking: Asking): Promise<void>;
  /** At most 50 groups whose names contain a text; refuses as {@link remove} and {@link tryConnection} do. */
  findGroups(asking: Asking, search: string): Promise<Group[]>;
}

export function createConnections(
  { organizations }: Pick<Dependencies, 'organizations'>,
  vault: Vault,
): Connections {
  return {
    get: ({ db, organization }) => readStatus(db, organization.id),

    async set({ db, organization: { id }, source }, wish) {
      const url = readConnectionUrl(wish.url);
      const pat = wish.pat.trim();
      const { instanceId } = await tryConnection(url, pat);
      const known = (await organizations.byId(id))?.collectionId ?? null;
      const isOther = known !== null && known !== instanceId.toLowerCase();
      return inTransaction(db, async (transaction) => {
        const before = await readStatus(transaction, id);
        await saveConnection(transaction, id, { url, sealedPat: vault.seal(id, pat), startOver: isOther });
        if (isOther) {
          await forgetRevisions(transaction, id);
          await hideWorkItems(transaction, id);
        }
        await audit(transaction, id, source, {
          action: before ? 'change' : 'create',
          entity: 'connection',
          entityId: id,
          before: before && { url: before.url },
          after: { url },
        });
        const after = await readStatus(transaction, id);
        if (!after) throw new Error('the connection was not stored');
        return after;
      });
    },

    async remove({ db, organization: { id }, source }) {
      await inTransaction(db, async (transaction) => {
        const before = await readStatus(transaction, id);
        if (!before || !(await deleteConnection(transaction, id))) throw notFound('connection', id);
        const entry = { action: 'delete', entity: 'connection', entityId: id, before: { url: before.url } };
        await audit(transaction, id, source, entry);
      });
    },

    async findGroups({ db, organization: { id } }, search) {
      const stored = await readSealed(db, id);
      if (!stored) throw notFound('connection', id);
      const { url, sealedPat } = stored;
      return asking(() => connectFor(url, vault.unseal(id, sealedPat)).findGroups(search, 50));
    },
  };
}
