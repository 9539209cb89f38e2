import { type AzureDevOps, AzureDevOpsError, type WorkItemSnapshot } from '@stint/azure-devops';
import { holdsHours, REMAINING_WORK, seconds } from '@stint/domain';
import type { Db } from '../../http/asked.ts';
import { type Plan, planWrite } from './plan-write.ts';
import { endWritten, type Intent, type Lease, saveIntent, settle } from './store-leases.ts';
import type { Automation } from './store.ts';
import { readBooked } from './store-booked.ts';

/** How often an item is read anew in one try because somebody else changed it. */
const ROUNDS = 4;

export interface Writing {
  system: Db;
  azureDevOps: AzureDevOps;
  /** What is done in a project; null where nothing is. */
  automationOf: (project: string) => Pick<Automation, 'reducesRemaining' | 'setsCompleted'> | null;
  /** Whether items of a type have a field. */
  fieldsOf: (item: WorkItemSnapshot) => Promise<(field: string) => boolean>;
  /** Seconds that more bookings are waited for. */
  settle: number;
}

/** Another process writes the item now. */
class OvertakenError extends Error {}

/**
 * Makes a work item show what was booked on it. Who dies in between leaves the intent: the next try sees by the item's revision
 * whether the change was made, so that Remaining Work is reduced once. The item is read before what is booked, and written only at
 * the revision that was read, so an older sum never follows a newer one.
 * @throws AzureDevOpsError; `conflict` when others kept changing the item
 */
export async function writeItem(writing: Writing, lease: Lease): Promise<void> {
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      if (await tryToWrite(writing, lease)) return;
    }
  } catch (error) {
    if (error instanceof OvertakenError) return;
    throw error;
  }
  throw new AzureDevOpsError('conflict', 'Others keep changing this work item.');
}

/** One round; true when nothing is left to do. */
async function tryToWrite(writing: Writing, lease: Lease): Promise<boolean> {
  const { system, azureDevOps } = writing;
  const [item] = await azureDevOps.readWorkItems([lease.workItemId]);
  if (!item) {
    await end(writing, lease, 'gone', { seconds: lease.owed, overrun: 0 });
    return true;
  }
  const pending = await pendingOf(writing, lease, item);
  if (pending) {
    if (await send(azureDevOps, item, pending)) await settleNow(writing, lease, pending);
    return false;
  }
  const plan = await planOf(writing, lease, item);
  if (Object.keys(plan.fields).length === 0) {
    const outcome = plan.isWithoutField ? 'noField' : 'same';
    await end(writing, lease, outcome, { seconds: lease.owed, overrun: plan.overrun });
    return true;
  }
  const intent = { rev: item.rev, seconds: lease.owed, overrun: plan.overrun, fields: plan.fields };
  if (REMAINING_WORK in plan.fields) {
    if (!(await saveIntent(system, lease, intent))) throw new OvertakenError();
    lease.intent = intent;
  }
  if (!(await send(azureDevOps, item, intent))) return false;
  await end(writing, lease, 'written', intent);
  return true;
}

/** An earlier change that may still be made, at the item's revision. One that was made is settled, one that cannot be is forgotten. */
async function pendingOf(writing: Writing, lease: Lease, item: WorkItemSnapshot): Promise<Intent | null> {
  const { intent } = lease;
  if (intent === null) return null;
  if (item.rev === intent.rev) return intent.isAnswered ? null : intent;
  const next =
    item.rev === intent.rev + 1 ? item : await writing.azureDevOps.readRevision(item.id, intent.rev + 1);
  if (next && isMade(intent, next)) await settleNow(writing, lease, intent);
  else lease.intent = null;
  return null;
}

function isMade({ fields }: Intent, item: WorkItemSnapshot): boolean {
  return Object.entries(fields).every(([name, hours]) => holdsHours(item.fields[name], hours));
}

/** False when somebody else changed the item since it was read. */
async function send(
  azureDevOps: AzureDevOps,
  item: WorkItemSnapshot,
  { rev, fields }: Intent,
): Promise<boolean> {
  try {
    await azureDevOps.setFields(item.id, rev, fields);
    return true;
  } catch (error) {
    if (error instanceof AzureDevOpsError && error.kind === 'conflict') return false;
    throw error;
  }
}

async function planOf(writing: Writing, lease: Lease, item: WorkItemSnapshot): Promise<Plan> {
  const automation = writing.automationOf(item.project) ?? { reducesRemaining: false, setsCompleted: false };
  const booked = await readBooked(writing.system, lease.organizationId, lease.workItemId);
  return planWrite({
    ...automation,
    fields: item.fields,
    has: await writing.fieldsOf(item),
    owed: seconds(lease.owed),
    overrun: lease.overrun,
    booked,
  });
}

async function settleNow({ system }: Writing, lease: Lease, intent: Intent): Promise<void> {
  if (!(await settle(system, lease, intent))) throw new OvertakenError();
  lease.owed -= intent.seconds;
  lease.overrun = intent.overrun;
  lease.intent = null;
}

async function end(
  { system, settle: pause }: Writing,
  lease: Lease,
  outcome: 'written' | 'same' | 'noField' | 'gone',
  { seconds: settled, overrun }: Pick<Intent, 'seconds' | 'overrun'>,
): Promise<void> {
  await endWritten(system, lease, { outcome, settled, overrun }, pause);
}
