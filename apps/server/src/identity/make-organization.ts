import { NOT_SET_ACTIVITY_TYPE } from '@stint/domain';
import { v7 as uuid } from 'uuid';
import type { Db } from '../http/asked.ts';

export interface NewOrganization {
  name: string;
  /** Host label and collection segment. */
  slug: string;
  isDefault: boolean;
  /** In the order to show, behind [Not Set], which people get when they choose none. */
  activityTypes?: readonly { name: string; color: string }[];
}

/** The activity types of a new organization, beside [Not Set]. */
export const usualActivityTypes = [
  { name: 'Development', color: '5b5fc7' },
  { name: 'Testing', color: '107c41' },
  { name: 'Design', color: 'c239b3' },
  { name: 'Meeting', color: 'd9a300' },
  { name: 'Support', color: 'c50f1f' },
  { name: 'Documentation', color: '0f8fd6' },
] as const;

/**
 * Makes an organization with its activity types; answers its id. `db` must see every organization.
 * @param idOf makes the id of `organization` and of `activity type <name>`
 */
export async function makeOrganization(
  db: Db,
  organization: NewOrganization,
  idOf: (name: string) => string = () => uuid(),
): Promise<string> {
  const id = idOf('organization');
  const { name, slug, isDefault, activityTypes = usualActivityTypes } = organization;
  await db.insertInto('organization').values({ id, name, slug, is_default: isDefault }).execute();
  const rows = [
    NOT_SET_ACTIVITY_TYPE,
    ...activityTypes.map((type) => ({ id: idOf(`activity type ${type.name}`), ...type })),
  ];
  await db
    .insertInto('activity_type')
    .values(
      rows.map((row, position) => ({
        organization_id: id,
        ...row,
        position,
        is_system_default: position === 0,
      })),
    )
    .execute();
  return id;
}
