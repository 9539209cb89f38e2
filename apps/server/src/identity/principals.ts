import type { RoleName } from '@stint/contract';
import type { Database } from '@stint/postgres';
import { CompiledQuery } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { createCache } from '../memory/cache.ts';
import type { ChangeFeed } from '../memory/change-feed.ts';
import { hashSecret } from './secrets.ts';

/** A person as far as every call that answers people needs them. */
export interface Person {
  id: string;
  uniqueName: string;
  email: string | null;
  displayName: string;
  azureDevOpsId: string | null;
}

/** A person with what decides what they may do and see. */
export interface Member extends Person {
  organizationId: string;
  role: RoleName;
  /** IANA name. */
  timeZone: string;
  defaultActivityTypeId: string | null;
  isApprovalManager: boolean;
  isGlobalApprovalManager: boolean;
}

/** Who asks, and by which credential. */
export interface Principal extends Member {
  credential: { kind: 'token' | 'oauth' | 'session'; id: string };
  /** How the session began; null for other credentials. */
  sessionMethod: 'password' | 'link' | 'openid' | null;
}

export interface Principals {
  /** The person behind a bearer token; null when it is unknown, expired or revoked. */
  byToken(organizationId: string, token: string): Promise<Principal | null>;
  /** The person behind a session cookie's secret. */
  bySession(organizationId: string, secret: string): Promise<Principal | null>;
  /** As they are today, whatever became of the credential they came in by; null when there is no such person. */
  byId(organizationId: string, personId: string): Promise<Member | null>;
  /** Those that there are, read anew in one query. */
  byIds(organizationId: string, personIds: readonly string[]): Promise<Member[]>;
}

interface MemberRow {
  id: string;
  unique_name: string;
  email: string | null;
  display_name: string;
  role: RoleName;
  azure_devops_id: string | null;
  time_zone: string;
  default_activity_type_id: string | null;
  is_approval_manager: boolean;
  is_global_approval_manager: boolean;
}

interface Row extends MemberRow {
  kind: 'token' | 'oauth' | 'session';
  credential_id: string;
  method: Principal['sessionMethod'];
  valid_for: number;
}

const PERSON = `p.id, p.unique_name, p.email, p.display_name, p.role, p.azure_devops_id, p.time_zone, p.default_activity_type_id,
  p.is_approval_manager, p.is_global_approval_manager`;

const BY_TOKEN = `
select c.kind, c.credential_id, null as method, extract(epoch from c.expires_at - now())::float8 as valid_for, ${PERSON}
from (
  select 'token' as kind, id as credential_id, person_id, expires_at from api_token
  where organization_id = $1 and secret_hash = $2 and revoked_at is null
  union all
  select 'oauth', a.id, a.person_id, o.expires_at from oauth_token o
  join paired_app a on a.organization_id = o.organization_id and a.id = o.app_id and a.revoked_at is null
  where o.organization_id = $1 and o.secret_hash = $2 and o.kind = 'access'
) c
join person p on p.organization_id = $1 and p.id = c.person_id
where c.expires_at > now()`;

const BY_SESSION = `
select 'session' as kind, s.id as credential_id, s.method, extract(epoch from s.expires_at - now())::float8 as valid_for, ${PERSON}
from session s
join person p on p.organization_id = $1 and p.id = s.person_id
where s.organization_id = $1 and s.secret_hash = $2 and s.expires_at > now()`;

const BY_IDS = `select ${PERSON} from person p where p.organization_id = $1 and p.id = any($2::uuid[])`;

interface Remembered {
  principal: Principal;
  /** Epoch milliseconds after which the credential must be read again. */
  until: number;
}

/** Finds people by their credentials; remembered until a person or a credential changes, or it expires. */
export function createPrincipals(database: Database<Tables>, feed: ChangeFeed): Principals {
  const cache = createCache<Remembered>(feed);
  const members = createCache<Member>(feed);

  async function find(sql: string, organizationId: string, secret: string): Promise<Principal | null> {
    const hash = hashSecret(secret);
    const load = () => read(database, sql, organizationId, hash);
    const found = await cache.get(organizationId, hash.toString('base64'), load);
    if (!found || found.until > Date.now()) return found?.principal ?? null;
    return (await load())?.principal ?? null;
  }

  return {
    byToken: (organizationId, token) => find(BY_TOKEN, organizationId, token),
    bySession: (organizationId, secret) => find(BY_SESSION, organizationId, secret),
    byId: (organizationId, personId) =>
      members.get(organizationId, personId, async () => (await byIds(organizationId, [personId]))[0] ?? null),
    byIds,
  };

  async function byIds(organizationId: string, personIds: readonly string[]): Promise<Member[]> {
    const query = CompiledQuery.raw(BY_IDS, [organizationId, personIds]) as CompiledQuery<MemberRow>;
    const { rows } = await database.organization(organizationId).executeQuery(query);
    return rows.map((row) => memberOf(organizationId, row));
  }
}

async function read(
  database: Database<Tables>,
  sql: string,
  organizationId: string,
  hash: Buffer,
): Promise<Remembered | null> {
  const query = CompiledQuery.raw(sql, [organizationId, hash]) as CompiledQuery<Row>;
  const { rows } = await database.organization(organizationId).executeQuery(query);
  const row = rows[0];
  if (!row) return null;
  return {
    until: Date.now() + row.valid_for * 1000,
    principal: {
      ...memberOf(organizationId, row),
      credential: { kind: row.kind, id: row.credential_id },
      sessionMethod: row.method,
    },
  };
}

function memberOf(organizationId: string, row: MemberRow): Member {
  return {
    organizationId,
    id: row.id,
    uniqueName: row.unique_name,
    email: row.email,
    displayName: row.display_name,
    azureDevOpsId: row.azure_devops_id,
    role: row.role,
    timeZone: row.time_zone,
    defaultActivityTypeId: row.default_activity_type_id,
    isApprovalManager: row.is_approval_manager,
    isGlobalApprovalManager: row.is_global_approval_manager,
  };
}
