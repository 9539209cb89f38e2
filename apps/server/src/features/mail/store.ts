import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import type { Attachment } from './transport.ts';

export interface MailContent {
  subject: string;
  text: string;
  html: string;
  attachments: readonly Attachment[];
}

export interface NewMail {
  id: string;
  personId: string;
  kind: string;
  /** A second letter with the same key is none. */
  dedupeKey: string;
  content: MailContent;
}

/** A letter that this process alone tries for now. */
export interface DueMail {
  organizationId: string;
  id: string;
  /** The number of this try, from 1 on. */
  attempt: number;
  /** null when the person has none any more, or no role. */
  email: string | null;
  content: MailContent;
}

/** Seconds that a try may take before another process makes it again. */
const LEASE = 120;

/** Puts a letter into the outbox; false when it was there already. */
export async function insertMail(db: Db, organizationId: string, mail: NewMail): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mail_message')
    .values({
      organization_id: organizationId,
      id: mail.id,
      person_id: mail.personId,
      kind: mail.kind,
      dedupe_key: mail.dedupeKey,
      content: JSON.stringify(mail.content),
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'dedupe_key']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes letters whose time has come; no other process takes them until the lease ends. */
export async function takeDue(system: Db, atMost: number): Promise<DueMail[]> {
  const { rows } = await sql<DueMail>`
    with due as (
      select organization_id, id from mail_message
      where state = 'pending' and next_attempt_at <= now()
      order by next_attempt_at limit ${atMost} for update skip locked
    ), taken as (
      update mail_message m
      set attempts = attempts + 1, next_attempt_at = now() + ${LEASE}::integer * interval '1 second'
      from due where m.organization_id = due.organization_id and m.id = due.id
      returning m.*
    )
    select t.organization_id as "organizationId", t.id, t.attempts as attempt, t.content,
      case when p.role <> 'None' and p.erased_at is null then p.email end as email
    from taken t join person p on p.organization_id = t.organization_id and p.id = t.person_id
    order by t.created_at`.execute(system);
  return rows;
}

export async function endSent(system: Db, mail: DueMail): Promise<void> {
  await change(system, mail, { state: 'sent', content: null, fault: null, sent_at: sql<string>`now()` });
}

/** Notes a failed try; `pause` in seconds until the next, null gives the letter up. */
export async function endFailed(
  system: Db,
  mail: DueMail,
  { fault, pause }: { fault: string; pause: number | null },
): Promise<void> {
  if (pause === null) return change(system, mail, { state: 'failed', content: null, fault });
  const next = sql<string>`now() + ${pause}::double precision * interval '1 second'`;
  return change(system, mail, { fault, next_attempt_at: next });
}

/** Only the process whose try it is ends it. */
async function change(system: Db, { organizationId, id, attempt }: DueMail, values: object): Promise<void> {
  await system
    .updateTable('mail_message')
    .set(values)
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .where('attempts', '=', attempt)
    .where('state', '=', 'pending')
    .execute();
}

/** Forgets letters and looks of long ago. */
export async function sweepMail(system: Db, days: number): Promise<void> {
  await sql`delete from mail_message where created_at < now() - ${days}::integer * interval '1 day'`.execute(
    system,
  );
  await sql`delete from reminder_run where day < now()::date - ${days}::integer`.execute(system);
}

export interface MailCounts {
  pending: number;
  failed: number;
  lastFault: string | null;
}

/** How the letters of an organization are doing. */
export async function countMail(db: Db, organizationId: string): Promise<MailCounts> {
  const { rows } = await sql<MailCounts>`
    select count(*) filter (where state = 'pending')::integer as pending,
      count(*) filter (where state = 'failed')::integer as failed,
      (select fault from mail_message where organization_id = ${organizationId} and fault is not null
        order by created_at desc limit 1) as "lastFault"
    from mail_message where organization_id = ${organizationId}`.execute(db);
  return rows[0] ?? { pending: 0, failed: 0, lastFault: null };
}
