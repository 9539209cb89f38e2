import { OrganizationSettings } from '@stint/contract';
import { instant } from '@stint/domain';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { checkVersion, type ExpectedVersions } from '../../http/entity-tags.ts';
import { readOrganizationSettings } from '../../identity/stored-settings.ts';
import { differencesOf } from './differences.ts';
import { changeReader } from './read-change.ts';
import { checkSettings } from './rules.ts';
import { lockSettings, writeReachableSince, writeSettings } from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

export interface VersionedSettings {
  settings: OrganizationSettings;
  version: number;
}

/** Changes the rules of an organization. */
export interface SettingsService {
  /**
   * Changes what `change` names, and nothing else; what is so already changes nothing. Effective at once in all
   * processes. 412 when `expected` does not have the current version, DbValidationError for what cannot be.
   */
  change(
    asking: Asking,
    change: Partial<OrganizationSettings>,
    expected: ExpectedVersions,
  ): Promise<VersionedSettings>;
}

/** Reads a body of changed settings; `about` stands beside them in answers, and may be sent back. */
export const readSettingsChange = changeReader<OrganizationSettings>(OrganizationSettings, ['about']);

export function createSettings({ feed, clock }: Pick<Dependencies, 'feed' | 'clock'>): SettingsService {
  return {
    async change({ db, organization, source }, change, expected) {
      const result = await inTransaction(db, async (transaction): Promise<VersionedSettings> => {
        const stored = await lockSettings(transaction, organization.id);
        checkVersion('settings document', stored.version, expected);
        const { settings: before } = readOrganizationSettings(stored.document);
        const after = { ...before, ...change };
        checkSettings(change, after);
        const differences = differencesOf(before, after);
        if (differences.names.length === 0) return { settings: before, version: stored.version };
        const version = stored.version + 1;
        // Over the stored document, so that what another release has stored stays there for it.
        const document = { ...stored.document, ...differences.after };
        await writeSettings(transaction, organization.id, { document, version });
        if (before.operation === 'maintenance' && after.operation !== 'maintenance')
          await writeReachableSince(transaction, organization.id, instant(clock()));
        await audit(transaction, organization.id, source, {
          action: 'change',
          entity: 'settings',
          entityId: organization.id,
          before: differences.before,
          after: differences.after,
        });
        return { settings: after, version };
      });
      feed.tell(organization.id);
      return result;
    },
  };
}
