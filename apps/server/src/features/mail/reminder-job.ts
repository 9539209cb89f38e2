import type { Dependencies, Job } from '../../dependencies.ts';
import { repeating } from '../../jobs/repeating.ts';
import { toldOnce } from '../../jobs/told-once.ts';
import { type ApprovalLists, remind } from './reminders.ts';
import type { Mails } from './service.ts';

/** Milliseconds between looks. */
const LOOK_EVERY = 60_000;

const messages = {
  failing: 'reminders could not be made; it is tried again',
  recovered: 'reminders are made again',
};

type Needed = Pick<Dependencies, 'database' | 'organizations' | 'log' | 'clock'>;

/** Looks at every organization once for the letters that are due. */
export async function remindAll(
  { database, organizations, clock }: Omit<Needed, 'log'>,
  reminding: { mails: Mails; approvals: ApprovalLists },
): Promise<void> {
  const rows = await database.system.selectFrom('organization').select('id').execute();
  for (const { id } of rows) {
    const organization = await organizations.byId(id);
    if (!organization || organization.settings.operation !== 'active') continue;
    await database
      .organization(id)
      .transaction()
      .execute((transaction) => remind(transaction, organization, clock(), reminding));
  }
}

/** Makes reminders, digests and warnings in time; several processes make each of them once. */
export function remindPeople(
  dependencies: Needed,
  reminding: { mails: Mails; approvals: ApprovalLists },
): Job {
  const look = toldOnce(dependencies.log, messages, () => remindAll(dependencies, reminding));
  return repeating(async () => {
    await look();
    return LOOK_EVERY;
  });
}
