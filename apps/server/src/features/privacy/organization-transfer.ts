import {
  type ConnectionConfig,
  exportedPart,
  exportRows,
  importRows,
  type Part,
  type PartLabel,
  TransferError,
} from '@stint/postgres';
import { sql } from 'kysely';
import type { Environment } from '../../environment.ts';
import type { Db } from '../../http/asked.ts';
import { makeSignInLink } from '../../identity/sign-in-links.ts';

/** An organization as its export names it. */
export interface ExportedOrganization {
  id: string;
  slug: string;
  name: string;
}

/**
 * What stays behind: credentials, which work in one installation only; secrets that are sealed with its key, and what
 * goes with them (the access to Azure DevOps, webhooks and their deliveries, what waits to be written to Azure DevOps); letters that wait; counters and answers to
 * repetitions.
 * External identities come along: by them people sign in again.
 */
const leftBehind: ReadonlySet<string> = new Set([
  'api_token',
  'attempt_count',
  'azure_devops_connection',
  'idempotency_key',
  'live_event',
  'mail_message',
  'live_process',
  'oauth_token',
  'outbox',
  'paired_app',
  'pairing',
  'password',
  'session',
  'sign_in_link',
  'webhook',
  'webhook_delivery',
  'work_item_booking',
  'work_item_write',
]);

/** Addresses and accounts are sealed with the installation's key: their owners see the calendars, and enter or connect them again. */
const calendarsWithoutAccess = {
  column: 'organization_id',
  without: ['sealed_url'],
} as const;

/**
 * The rows of one organization. Which organization is the default one is the installation's affair.
 * @param slug what it is called where it is imported, when that is not its own slug
 */
function contentOf(organizationId: string, slug?: string): Part {
  return {
    rows(table) {
      if (leftBehind.has(table)) return null;
      if (table === 'calendar_source') return { ...calendarsWithoutAccess, value: organizationId };
      if (table !== 'organization') return { column: 'organization_id', value: organizationId };
      const set = slug === undefined ? {} : { set: { slug } };
      return { column: 'id', value: organizationId, without: ['is_default'], ...set };
    },
  };
}

/** Everything of an organization but what stays behind, as lines in one consistent snapshot, with bounded memory. */
export function exportOrganization(
  config: ConnectionConfig,
  { id, slug, name }: ExportedOrganization,
): AsyncGenerator<string> {
  return exportRows(config, { part: { ...contentOf(id), label: { id, slug, name } } });
}

/**
 * Adds an exported organization to a database of the same schema version, beside those that it has, all or nothing.
 * @param slug its host label and collection segment from now on; its own one when absent
 * @throws TransferError when it, or its slug, is there already, or when a line does not fit.
 */
export async function importOrganization(
  { config, system }: { config: ConnectionConfig; system: Db },
  lines: AsyncIterator<string>,
  slug?: string,
): Promise<{ organization: ExportedOrganization; rows: number }> {
  const first = await lines.next();
  if (first.done) throw new TransferError('The export is empty.');
  const organization = organizationOf(exportedPart(first.value), slug);
  await checkNew(system, organization);
  const content = contentOf(organization.id, slug);
  const { rows } = await importRows(config, goingOn(first.value, lines), { part: () => content });
  // Rows come in silently; this tells servers that are running.
  await system
    .updateTable('organization')
    .set({ slug: organization.slug })
    .where('id', '=', organization.id)
    .execute();
  return { organization, rows };
}

function organizationOf(label: PartLabel | null, slug: string | undefined): ExportedOrganization {
  const { id, slug: own, name } = label ?? {};
  if (id !== undefined && own !== undefined && name !== undefined) return { id, slug: slug ?? own, name };
  throw new TransferError('The export is of a whole database: restore it into an empty one.');
}

async function checkNew(system: Db, { id, slug, name }: ExportedOrganization): Promise<void> {
  const taken = await system
    .selectFrom('organization')
    .select(['id', 'slug', 'name'])
    .where((where) => where.or([where(sql<string>`id::text`, '=', id), where('slug', '=', slug)]))
    .execute();
  const same = taken.find((each) => each.id === id);
  if (same) throw new TransferError(`The organization "${name}" is here already, as "${same.slug}".`);
  if (taken.length === 0) return;
  throw new TransferError(
    `The name "${slug}" belongs to another organization here; choose a new one with --slug.`,
  );
}

async function* goingOn(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/**
 * A one-time link for the first administrator of an imported organization, since passwords stay behind; null when it
 * has no administrator. The organization is named by the first label of the host, unless it is the default one.
 */
export async function signInLinkOf(
  system: Db,
  { id, slug }: ExportedOrganization,
  { publicUrl, port }: Pick<Environment, 'publicUrl' | 'port'>,
): Promise<{ name: string; url: string } | null> {
  const administrator = await system
    .selectFrom('person')
    .select(['id', 'display_name'])
    .where('organization_id', '=', id)
    .where('role', '=', 'Administrator')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!administrator) return null;
  const others = await system
    .selectFrom('organization')
    .select('id')
    .where('id', '<>', id)
    .limit(1)
    .execute();
  const address = publicUrl ?? `http://localhost:${port}`;
  const own = others.length === 0 ? address : address.replace('://', `://${slug}.`);
  const { url } = await makeSignInLink(system, id, administrator.id, own);
  return { name: administrator.display_name, url };
}
