import type { RoleName } from '@stint/contract';
import type { DurationFormat } from '@stint/domain';
import type { Db } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import { personColumns, personOf } from '../../identity/person-row.ts';
import type { Principal } from '../../identity/principals.ts';
import { readPersonSettings } from '../../identity/stored-settings.ts';
import { type Texts, textsOf } from './texts/index.ts';

/** A person who gets letters, and how they read. */
export interface Reader {
  principal: Principal;
  texts: Texts;
  durationFormat: DurationFormat;
  /** Whether they want reminders, digests and warnings. */
  wantsReminders: boolean;
}

/** People with a role and an e-mail address; `ids` null for all of them. */
export async function findReaders(
  db: Db,
  organization: Organization,
  ids: readonly string[] | null,
): Promise<Reader[]> {
  const query = db
    .selectFrom('person')
    .select([...personColumns, 'role', 'time_zone', 'settings', 'default_activity_type_id'])
    .select(['is_approval_manager', 'is_global_approval_manager'])
    .where('organization_id', '=', organization.id)
    .where('role', '<>', 'None')
    .where('erased_at', 'is', null)
    .where('email', 'is not', null)
    .orderBy('id');
  const rows = await (ids === null ? query : query.where('id', 'in', [...ids])).execute();
  return rows.map((row) => {
    const { settings } = readPersonSettings(row.settings);
    return {
      texts: textsOf(settings.locale ?? organization.settings.locale),
      durationFormat: settings.durationFormat ?? organization.settings.durationFormat,
      wantsReminders: settings.mailReminders,
      principal: {
        ...personOf(row),
        organizationId: organization.id,
        role: row.role as RoleName,
        timeZone: row.time_zone,
        defaultActivityTypeId: row.default_activity_type_id,
        isApprovalManager: row.is_approval_manager,
        isGlobalApprovalManager: row.is_global_approval_manager,
        // Jobs act for people without any credential of theirs.
        credential: { kind: 'token', id: '' },
        sessionMethod: null,
      },
    };
  });
}
