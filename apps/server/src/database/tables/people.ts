import type { ColumnType } from 'kysely';
import type { InstantText, Made } from './columns.ts';

interface OrganizationTable {
  id: string;
  name: string;
  slug: string;
  is_default: Made<boolean>;
  azure_devops_collection_id: string | null;
  settings: ColumnType<Record<string, unknown>, string | undefined, string>;
  settings_version: Made<number>;
  reachable_since: InstantText | null;
  created_at: Made<InstantText>;
}

interface PersonTable {
  organization_id: string;
  id: string;
  unique_name: string;
  email: string | null;
  display_name: string;
  role: Made<string>;
  azure_devops_id: string | null;
  time_zone: Made<string>;
  default_activity_type_id: string | null;
  created_at: Made<InstantText>;
  own_role: string | null;
  is_approval_manager: Made<boolean>;
  is_global_approval_manager: Made<boolean>;
  approval_manager_id: string | null;
  settings: ColumnType<Record<string, unknown>, string | undefined, string>;
  settings_version: Made<number>;
  erased_at: InstantText | null;
}

interface PersonGroupTable {
  organization_id: string;
  id: string;
  name: string;
  source: string;
  external_id: string | null;
  role: Made<string>;
  created_at: Made<InstantText>;
  version: Made<number>;
}

interface GroupMemberTable {
  organization_id: string;
  group_id: string;
  person_id: string;
}

interface PasswordTable {
  organization_id: string;
  person_id: string;
  hash: string;
  changed_at: Made<InstantText>;
}

interface SignInLinkTable {
  organization_id: string;
  secret_hash: Buffer;
  person_id: string;
  expires_at: InstantText;
  used_at: InstantText | null;
}

interface ExternalIdentityTable {
  organization_id: string;
  issuer: string;
  subject: string;
  person_id: string;
}

interface SessionTable {
  organization_id: string;
  id: string;
  secret_hash: Buffer;
  person_id: string;
  method: string;
  user_agent: Made<string>;
  created_at: Made<InstantText>;
  last_seen_at: Made<InstantText>;
  expires_at: InstantText;
}

interface ApiTokenTable {
  organization_id: string;
  id: string;
  secret_hash: Buffer;
  person_id: string;
  name: string;
  created_at: Made<InstantText>;
  expires_at: InstantText;
  last_used_at: InstantText | null;
  revoked_at: InstantText | null;
}

interface PairingTable {
  organization_id: string;
  secret_hash: Buffer;
  pin_hash: Buffer;
  expires_at: InstantText;
  person_id: string | null;
  app_name: string | null;
  redeemed_at: InstantText | null;
  app_id: string | null;
}

interface PairedAppTable {
  organization_id: string;
  id: string;
  person_id: string;
  name: string;
  paired_at: Made<InstantText>;
  last_used_at: InstantText | null;
  revoked_at: InstantText | null;
}

interface OauthTokenTable {
  organization_id: string;
  secret_hash: Buffer;
  app_id: string;
  kind: string;
  issued_at: Made<InstantText>;
  expires_at: InstantText;
  used_at: InstantText | null;
}

/** People, their groups, how they sign in, and what they may call with. */
export interface PeopleTables {
  organization: OrganizationTable;
  person: PersonTable;
  person_group: PersonGroupTable;
  group_member: GroupMemberTable;
  password: PasswordTable;
  sign_in_link: SignInLinkTable;
  external_identity: ExternalIdentityTable;
  session: SessionTable;
  api_token: ApiTokenTable;
  pairing: PairingTable;
  paired_app: PairedAppTable;
  oauth_token: OauthTokenTable;
}
