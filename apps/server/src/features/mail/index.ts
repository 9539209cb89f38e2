import { calls } from '@stint/contract';
import { audit } from '../../audit.ts';
import type { Dependencies, Job } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { findReaders } from './reader.ts';
import { remindPeople } from './reminder-job.ts';
import type { ApprovalLists } from './reminders.ts';
import { sendMail } from './send-job.ts';
import type { Mails } from './service.ts';
import { countMail } from './store.ts';
import { createSender, type SendMail } from './transport.ts';

/** Mail: its calls for administrators, and the jobs that make and send letters where a mail server is set. */
export function mail(
  dependencies: Dependencies,
  { mails, approvals }: { mails: Mails; approvals: ApprovalLists },
): Job[] {
  const { router, environment } = dependencies;
  const send = environment.mail === null ? null : createSender(environment.mail);

  router.handle(calls.getMailStatus, async ({ db, organization }) => ({
    isConfigured: environment.mail !== null,
    from: environment.mail?.from ?? null,
    ...(await countMail(db, organization.id)),
  }));

  router.handle(calls.testMail, async (asked) => {
    const fault = await tryMail(asked, mails, send);
    const { db, organization, source, principal } = asked;
    const entry = { action: 'test', entity: 'mail', entityId: principal.id, after: { sent: fault === null } };
    await audit(db, organization.id, source, entry);
    return { sent: fault === null, fault };
  });

  return send === null
    ? []
    : [sendMail(dependencies, send), remindPeople(dependencies, { mails, approvals })];
}

/** Sends a letter to the caller at once; answers why it could not be sent. */
async function tryMail(
  { db, organization, principal }: Pick<Asked, 'db' | 'organization' | 'principal'>,
  mails: Mails,
  send: SendMail | null,
): Promise<string | null> {
  if (send === null) return 'no mail server is set (STINT_SMTP_URL)';
  const [reader] = await findReaders(db, organization, [principal.id]);
  if (!reader || principal.email === null) return 'you have no e-mail address';
  const { subject, body } = reader.texts.test;
  try {
    const content = mails.contentOf(organization, reader, { subject, paragraphs: [body] });
    await send({ id: crypto.randomUUID(), to: principal.email, ...content });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
