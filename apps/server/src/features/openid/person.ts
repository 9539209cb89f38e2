import { isUniqueViolation } from '@stint/postgres';
import { sql, type Transaction } from 'kysely';
import { v7 as uuid } from 'uuid';
import { audit } from '../../audit.ts';
import type { Tables } from '../../database/tables.ts';
import type { Db, Source } from '../../http/asked.ts';
import type { Organization } from '../../identity/organizations.ts';
import type { Claims } from './provider.ts';
import { SignInFailure } from './sign-in-failure.ts';

/**
 * The person whom the provider names: known by an earlier visit, else by a verified e-mail, else made known now with
 * the role None. SignInFailure `email_unverified` where an unknown subject brings no verified e-mail, since anybody
 * may claim one; `account_conflict` where the e-mail's person is known to the provider under another subject.
 */
export async function personOf(
  db: Db,
  { id: organizationId, settings: { timeZone } }: Pick<Organization, 'id' | 'settings'>,
  source: Source,
  claims: Claims,
): Promise<string> {
  const known = await findLinked(db, organizationId, claims);
  if (known !== null) return known;
  const { email } = claims;
  if (email === null || !claims.isEmailVerified) throw new SignInFailure('email_unverified');
  try {
    return await db
      .transaction()
      .execute((transaction) => link(transaction, organizationId, source, { ...claims, email, timeZone }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // The same person comes in by two windows at the same moment.
    const linked = await findLinked(db, organizationId, claims);
    if (linked === null) throw new SignInFailure('account_conflict', { cause: error });
    return linked;
  }
}

async function findLinked(
  db: Db,
  organizationId: string,
  { issuer, subject }: Claims,
): Promise<string | null> {
  const row = await db
    .selectFrom('external_identity')
    .select('person_id')
    .where('organization_id', '=', organizationId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Whom an unknown subject may become; the time zone is the organization's. */
type NewPerson = Claims & { email: string; timeZone: string };

async function link(
  transaction: Transaction<Tables>,
  organizationId: string,
  source: Source,
  claims: NewPerson,
): Promise<string> {
  const { issuer, subject, email } = claims;
  const byEmail = await findByEmail(transaction, organizationId, email);
  const personId = byEmail ?? (await makeKnown(transaction, organizationId, source, claims));
  if (byEmail !== null && (await hasOtherSubject(transaction, organizationId, byEmail, issuer))) {
    throw new SignInFailure('account_conflict');
  }
  await transaction
    .insertInto('external_identity')
    .values({ organization_id: organizationId, issuer, subject, person_id: personId })
    .execute();
  const by: Source = { ...source, personId };
  const after = { issuer };
  const entry = { action: 'create', entity: 'externalIdentity', entityId: personId, after };
  await audit(transaction, organizationId, by, entry);
  return personId;
}

async function findByEmail(
  transaction: Transaction<Tables>,
  organizationId: string,
  email: string,
): Promise<string | null> {
  const row = await transaction
    .selectFrom('person')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .forUpdate()
    .executeTakeFirst();
  return row?.id ?? null;
}

/** E-mails are given to other people one day; a second subject with the same one is not the same person. */
async function hasOtherSubject(
  transaction: Transaction<Tables>,
  organizationId: string,
  personId: string,
  issuer: string,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('external_identity')
    .select('subject')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return row !== undefined;
}

async function makeKnown(
  transaction: Transaction<Tables>,
  organizationId: string,
  source: Source,
  { email, name, timeZone }: NewPerson,
): Promise<string> {
  const id = uuid();
  const person = { unique_name: email, email, display_name: name ?? email, time_zone: timeZone };
  await transaction
    .insertInto('person')
    .values({ organization_id: organizationId, id, ...person })
    .execute();
  const by: Source = { ...source, personId: id };
  const after = { role: 'None', timeZone };
  await audit(transaction, organizationId, by, { action: 'create', entity: 'person', entityId: id, after });
  return id;
}
