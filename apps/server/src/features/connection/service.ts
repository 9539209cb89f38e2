import type { Connection, Group } from '@stint/azure-devops';
import { readWallDate } from '@stint/domain';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { notFound, Refusal, refusedValue } from '../../refusal.ts';
import { readConnectionUrl } from './address.ts';
import { SealBrokenError } from '../../vault/seal.ts';
import type { Vault } from '../../vault/vault.ts';
import { forgetWrites } from '../work-item-automation/forget.ts';
import {
  type ConnectionStatus,
  deleteConnection,
  forgetRevisions,
  hideWorkItems,
  readSealed,
  readStatus,
  saveConnection,
  saveExpiry,
} from './store.ts';
import { asking, connectFor, tryConnection } from './try-connection.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

/** The connection of an organization to Azure DevOps, as administrators see and change it. */
export interface Connections {
  get(asking: Asking): Promise<ConnectionStatus | null>;
  /** Tries the token first; refuses as {@link readConnectionUrl} and {@link tryConnection} do. */
  set(asking: Asking, wish: { url: string; pat: string; expires?: string }): Promise<ConnectionStatus>;
  /** Tries an address and a token without keeping them, or the ones that are kept. EntityNotFound when there are none. */
  test(asking: Asking, wish: { url?: string; pat?: string }): Promise<ConnectionTest>;
  /** Notes the token's last day; EntityNotFound when there is no connection. */
  setExpiry(asking: Asking, expires: string | null): Promise<ConnectionStatus>;
  /** The work items stay. EntityNotFound when there is no connection. */
  remove(asking: Asking): Promise<void>;
  /** At most 50 groups whose names contain a text; refuses as {@link remove} and {@link tryConnection} do. */
  findGroups(asking: Asking, search: string): Promise<Group[]>;
}

/** What became of a try. */
export interface ConnectionTest {
  succeeded: boolean;
  fault: string | null;
  userName: string | null;
  deployment: 'services' | 'server' | null;
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
      const expires = readExpiry(wish.expires ?? null);
      const { instanceId } = await tryConnection(url, pat);
      const known = (await organizations.byId(id))?.collectionId ?? null;
      const isOther = known !== null && known !== instanceId.toLowerCase();
      return inTransaction(db, async (transaction) => {
        const before = await readStatus(transaction, id);
        await saveConnection(transaction, id, {
          url,
          sealedPat: vault.seal(id, pat),
          startOver: isOther,
          expires,
        });
        if (isOther) {
          await forgetRevisions(transaction, id);
          await hideWorkItems(transaction, id);
          await forgetWrites(transaction, id);
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

    async test({ db, organization: { id } }, wish) {
      const stored = wish.pat === undefined ? await readSealed(db, id) : null;
      if (wish.pat === undefined && !stored) throw notFound('connection', id);
      if (stored && wish.url !== undefined && readConnectionUrl(wish.url) !== stored.url)
        throw refusedValue(
          'pat',
          'the token that is kept goes to its own address only; enter one for the other.',
        );
      if (!stored && wish.url === undefined) throw refusedValue('url', 'is required with a token.');
      const url = stored?.url ?? readConnectionUrl(wish.url ?? '');
      return testOf(() =>
        tryConnection(url, stored ? vault.unseal(id, stored.sealedPat) : (wish.pat ?? '').trim()),
      );
    },

    async setExpiry({ db, organization: { id }, source }, given) {
      const expires = readExpiry(given);
      return inTransaction(db, async (transaction) => {
        if (!(await saveExpiry(transaction, id, expires))) throw notFound('connection', id);
        const entry = { action: 'setExpiry', entity: 'connection', entityId: id, after: { expires } };
        await audit(transaction, id, source, entry);
        const after = await readStatus(transaction, id);
        if (!after) throw new Error('the connection is gone');
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

async function testOf(attempt: () => Promise<Connection>): Promise<ConnectionTest> {
  try {
    const { user, deployment } = await attempt();
    return { succeeded: true, fault: null, userName: user.displayName, deployment };
  } catch (error) {
    const isTold = error instanceof Refusal || error instanceof SealBrokenError;
    if (!isTold) throw error;
    return { succeeded: false, fault: error.message, userName: null, deployment: null };
  }
}

/** A day that there is; DbValidationError naming `expires` otherwise. */
function readExpiry(text: string | null): string | null {
  if (text === null || readWallDate(text) !== null) return text;
  throw refusedValue('expires', `"${text}" is no day; write one such as 2026-12-31.`);
}
