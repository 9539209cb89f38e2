import type { ActivityType, OrganizationSettings } from '@stint/contract';
import { type Instant, instant } from '@stint/domain';
import type { Database } from '@stint/postgres';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../database/tables.ts';
import { createCache } from '../memory/cache.ts';
import type { ChangeFeed } from '../memory/change-feed.ts';
import { notFound } from '../refusal.ts';
import { readOrganizationSettings } from './stored-settings.ts';

/** An organization with what nearly every request needs of it. */
export interface Organization {
  id: string;
  name: string;
  /** Host label and collection segment, lower case. */
  slug: string;
  collectionId: string | null;
  settings: OrganizationSettings;
  /** Counts the changes of the settings. */
  settingsVersion: number;
  /** When it last came back from maintenance; null when it never was in any. */
  reachableSince: Instant | null;
  /** In the order to show, [Not Set] included. */
  activityTypes: readonly ActivityType[];
  systemDefaultActivityTypeId: string;
  azureDevOps: AzureDevOpsLook;
}

/** What work items are shown with beside their own columns. */
export interface AzureDevOpsLook {
  /** Address of the organization or collection; null when none is connected. */
  url: string | null;
  /** Six hex digits by project and type, as `colourKey` joins them. */
  colours: Readonly<Record<string, string>>;
}

/** The key of a work item type's colour. */
export function colourKey(project: string, type: string): string {
  return `${project}\n${type}`;
}

export interface Organizations {
  /** By collection segment, else by host label, else the default; EntityNotFound for an unknown collection. */
  resolve(collection: string | null, label: string | null): Promise<Organization>;
  byId(id: string): Promise<Organization | null>;
}

/** Finds organizations; remembered until something about them changes. */
export function createOrganizations(
  database: Database<Tables>,
  feed: ChangeFeed,
  log: Pick<Logger, 'warn'>,
): Organizations {
  const cache = createCache<Organization>(feed, 2_000);
  const told = new Set<string>();
  const bySlug = (slug: string) => cache.get('', `slug ${slug}`, () => load({ slug }));

  async function load(key: Key): Promise<Organization | null> {
    const found = await readOrganization(database, key);
    if (!found) return null;
    const { organization, unreadable } = found;
    for (const name of unreadable) {
      const fault = `${organization.id} ${name}`;
      if (told.has(fault)) continue;
      told.add(fault);
      log.warn(`The stored setting ${name} of ${organization.slug} is not readable; its default holds.`);
    }
    return organization;
  }

  return {
    async resolve(collection, label) {
      if (collection !== null) {
        // PostgreSQL takes no text with U+0000.
        const named = collection.includes('\0') ? null : await bySlug(collection.toLowerCase());
        if (!named) throw notFound('organization', collection.slice(0, 100));
        return named;
      }
      const labelled = label === null ? null : await bySlug(label);
      const found = labelled ?? (await cache.get('', 'default', () => load('default')));
      if (!found) throw notFound('organization', 'of this address');
      return found;
    },
    byId: (id) => cache.get(id, 'id', () => load({ id })),
  };
}

type Key = 'default' | { slug: string } | { id: string };

async function readOrganization(
  database: Database<Tables>,
  key: Key,
): Promise<{ organization: Organization; unreadable: string[] } | null> {
  const types = sql<(ActivityType & { isDefault: boolean })[]>`(
    select coalesce(json_agg(json_build_object('id', id, 'name', name, 'color', color, 'isDefault', is_system_default)
      order by position, name), '[]')
    from activity_type where organization_id = organization.id and deleted_at is null)`;
  const colours = sql<Record<string, string>>`(
    select coalesce(json_object_agg(project || chr(10) || name, color), '{}')
    from work_item_type where organization_id = organization.id)`;
  const url = sql<
    string | null
  >`(select url from azure_devops_connection where organization_id = organization.id)`;
  let query = database.system
    .selectFrom('organization')
    .select([
      'id',
      'name',
      'slug',
      'azure_devops_collection_id',
      'settings',
      'settings_version',
      'reachable_since',
      types.as('types'),
      colours.as('colours'),
      url.as('url'),
    ]);
  if (key === 'default') query = query.orderBy('is_default', 'desc').orderBy('created_at');
  else if ('slug' in key) query = query.where('slug', '=', key.slug);
  else query = query.where('id', '=', key.id);
  const row = await query.limit(1).executeTakeFirst();
  if (!row) return null;
  const systemDefault = row.types.find((type) => type.isDefault) ?? row.types[0];
  if (!systemDefault) throw new Error(`organization ${row.id} has no activity type`);
  const { settings, unreadable } = readOrganizationSettings(row.settings);
  const organization: Organization = {
    id: row.id,
    name: row.name,
    slug: row.slug,
    collectionId: row.azure_devops_collection_id,
    settings,
    settingsVersion: row.settings_version,
    reachableSince: row.reachable_since === null ? null : instant(Date.parse(row.reachable_since)),
    activityTypes: row.types.map(({ id, name, color }) => ({ id, name, color })),
    systemDefaultActivityTypeId: systemDefault.id,
    azureDevOps: { url: row.url, colours: row.colours },
  };
  return { organization, unreadable };
}
