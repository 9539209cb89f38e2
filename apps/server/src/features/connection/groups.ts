import { type AzureDevOps, AzureDevOpsError, type Person } from '@stint/azure-devops';
import type { Logger } from 'pino';
import type { Db, Source } from '../../http/asked.ts';
import type { GroupSync } from '../groups/sync.ts';
import { type Lease, saveProgress } from './lease.ts';
import { findPeople, savePeople } from './people.ts';

const source: Source = { personId: null, via: 'job', address: null };

/** Brings the members of the groups that we know in line with Azure DevOps. */
export interface GroupFollower {
  /**
   * Reads the groups when their time has come, or when they are others than at the last reading.
   * @returns what administrators should know, because groups could not be read; null when all is well
   */
  read(reading: GroupReading): Promise<string | null>;
}

export interface GroupReading {
  db: Db;
  azureDevOps: Pick<AzureDevOps, 'groupMembers'>;
  lease: Lease;
  /** Rejects when this process is about to stop. */
  orStop: <Value>(promise: Promise<Value>) => Promise<Value>;
}

interface LastReading {
  /** Epoch milliseconds. */
  at: number;
  /** Which groups, of which connection. */
  of: string;
  message: string | null;
}

/** @param pause seconds between readings of an organization's groups */
export function followGroups(groups: GroupSync, log: Logger, pause: number): GroupFollower {
  const last = new Map<string, LastReading>();

  async function readAll(
    { db, azureDevOps, lease, orStop }: GroupReading,
    known: readonly { id: string; externalId: string }[],
  ): Promise<void> {
    const { organizationId } = lease;
    const members = new Map<string, readonly Person[]>();
    for (const { id, externalId } of known) {
      members.set(id, (await orStop(azureDevOps.groupMembers(externalId))) ?? []);
    }
    const everyone = [...members.values()].flat();
    lease.leasedUntil = await db.transaction().execute(async (transaction) => {
      const leasedUntil = await saveProgress(transaction, lease, {});
      await savePeople(transaction, organizationId, everyone);
      return leasedUntil;
    });
    const idOf = await findPeople(db, organizationId, everyone);
    const ids = [...members].map(
      ([id, people]) => [id, people.flatMap((person) => idOf(person) ?? [])] as const,
    );
    await groups.setMembers(db, organizationId, source, new Map(ids));
  }

  return {
    async read(reading) {
      const { organizationId, url } = reading.lease;
      const known = await groups.azureDevOpsGroups(reading.db, organizationId);
      const of = JSON.stringify([url, ...known.map(({ externalId }) => externalId).toSorted()]);
      const before = last.get(organizationId);
      if (before?.of === of && Date.now() - before.at < pause * 1000) return before.message;
      let message: string | null = null;
      try {
        if (known.length > 0) await readAll(reading, known);
      } catch (error) {
        // Work items are read all the same: the token may be without the right to read groups.
        if (!(error instanceof AzureDevOpsError) || error.kind === 'throttled') throw error;
        message = `The groups could not be read, so their members stay as they are. ${error.message}`;
        if (before?.message !== message)
          log.warn({ organizationId, reason: error.message }, 'groups could not be read');
      }
      last.set(organizationId, { at: Date.now(), of, message });
      return message;
    },
  };
}
