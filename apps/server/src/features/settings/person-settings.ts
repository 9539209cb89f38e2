import { type OwnAndEffectiveSettings, PersonSettings } from '@stint/contract';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { checkVersion, type ExpectedVersions } from '../../http/entity-tags.ts';
import type { Organization } from '../../identity/organizations.ts';
import { readPersonSettings } from '../../identity/stored-settings.ts';
import { notFound, refusedValue } from '../../refusal.ts';
import { differencesOf } from './differences.ts';
import { changeReader } from './read-change.ts';
import { checkFormats } from './rules.ts';
import {
  findPersonSettings,
  keepActivityTypes,
  type StoredPersonSettings,
  writePersonSettings,
} from './store.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

interface VersionedPersonSettings {
  settings: OwnAndEffectiveSettings;
  version: number;
}

/** What single people choose for themselves. */
export interface PersonSettingsService {
  /** EntityNotFound for an unknown person. */
  get(asking: Asking, personId: string): Promise<VersionedPersonSettings>;
  /** Changes what `change` names; 412 when `expected` does not have the current version. */
  change(
    asking: Asking,
    personId: string,
    change: Partial<PersonSettings>,
    expected: ExpectedVersions,
  ): Promise<VersionedPersonSettings>;
}

export const readPersonSettingsChange = changeReader<PersonSettings>(PersonSettings);

export function createPersonSettings({ feed }: Pick<Dependencies, 'feed'>): PersonSettingsService {
  return {
    async get({ db, organization }, personId) {
      const stored = await findPersonSettings(db, organization.id, personId);
      if (!stored) throw notFound('user', personId);
      return shown(ownOf(stored), stored.version, organization);
    },

    async change({ db, organization, source }, personId, change, expected) {
      checkFormats(change);
      const result = await inTransaction(db, async (transaction) => {
        const wish = await withKnownTypes(transaction, organization.id, change);
        const stored = await findPersonSettings(transaction, organization.id, personId, { lock: true });
        if (!stored) throw notFound('user', personId);
        checkVersion('settings document', stored.version, expected);
        const before = ownOf(stored);
        const after = { ...before, ...wish };
        const differences = differencesOf(before, after);
        if (differences.names.length === 0) return shown(before, stored.version, organization);
        const version = stored.version + 1;
        const { timeZone, defaultActivityTypeId, ...chosen } = differences.after as Partial<PersonSettings>;
        await writePersonSettings(transaction, organization.id, personId, {
          document: { ...stored.document, ...chosen },
          version,
          timeZone: timeZone ?? stored.timeZone,
          defaultActivityTypeId:
            defaultActivityTypeId === undefined ? stored.defaultActivityTypeId : defaultActivityTypeId,
        });
        await audit(transaction, organization.id, source, {
          action: 'change',
          entity: 'personSettings',
          entityId: personId,
          before: differences.before,
          after: differences.after,
        });
        return shown(after, version, organization);
      });
      feed.tell(organization.id);
      return result;
    },
  };
}

function ownOf({ document, timeZone, defaultActivityTypeId }: StoredPersonSettings): PersonSettings {
  return { ...readPersonSettings(document).settings, timeZone, defaultActivityTypeId };
}

/** Refuses activity types that do not exist, and names each favourite once. */
async function withKnownTypes(
  db: Db,
  organizationId: string,
  change: Partial<PersonSettings>,
): Promise<Partial<PersonSettings>> {
  const { defaultActivityTypeId, favouriteActivityTypeIds } = change;
  const asked = [
    ...(defaultActivityTypeId ? [{ field: 'defaultActivityTypeId', id: defaultActivityTypeId }] : []),
    ...(favouriteActivityTypeIds ?? []).map((id) => ({ field: 'favouriteActivityTypeIds', id })),
  ];
  const ids = asked.map(({ id }) => id);
  const known = await keepActivityTypes(db, organizationId, ids);
  const unknown = asked.find(({ id }) => !known.has(id));
  if (unknown) {
    const message = `there is no activity type ${unknown.id}; GET /activityTypes lists them.`;
    throw refusedValue(unknown.field, message);
  }
  if (favouriteActivityTypeIds === undefined) return change;
  return { ...change, favouriteActivityTypeIds: [...new Set(favouriteActivityTypeIds)] };
}

/** Own settings without the activity types that are gone, and what holds for the person in the end. */
function shown(stored: PersonSettings, version: number, organization: Organization): VersionedPersonSettings {
  const { settings: rules, activityTypes, systemDefaultActivityTypeId } = organization;
  const isKnown = (id: string) => activityTypes.some((type) => type.id === id);
  const { defaultActivityTypeId: chosen } = stored;
  const own: PersonSettings = {
    ...stored,
    defaultActivityTypeId: chosen !== null && isKnown(chosen) ? chosen : null,
    favouriteActivityTypeIds: stored.favouriteActivityTypeIds.filter(isKnown),
  };
  const effective = {
    durationFormat: own.durationFormat ?? rules.durationFormat,
    locale: own.locale ?? rules.locale,
    timeZone: own.timeZone,
    firstDayOfWeek: rules.firstDayOfWeek,
    firstWeek: rules.firstWeek,
    defaultActivityTypeId: own.defaultActivityTypeId ?? systemDefaultActivityTypeId,
    favouriteActivityTypeIds: own.favouriteActivityTypeIds,
    addTimeMode: own.addTimeMode ?? rules.addTimeMode,
  };
  return { settings: { own, effective }, version };
}
