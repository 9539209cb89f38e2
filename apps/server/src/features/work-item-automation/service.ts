import type { WorkItemAutomationChange } from '@stint/contract';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Asked, Db } from '../../http/asked.ts';
import { checkVersion, type ExpectedVersions } from '../../http/entity-tags.ts';
import { Refusal, refusedValue } from '../../refusal.ts';
import {
  askForAll,
  type Automation,
  findProject,
  lockAutomation,
  renewEfforts,
  saveAutomation,
} from './store.ts';
import { readStatuses, type Status } from './store-status.ts';

type Asking = Pick<Asked, 'db' | 'organization' | 'source'>;

/** The project that a name in any letter case means; EntityNotFound when Azure DevOps has told of none. */
export async function projectNamed(
  { db, organization }: Pick<Asking, 'db' | 'organization'>,
  name: string,
): Promise<string> {
  const project = await findProject(db, organization.id, name);
  if (project === null) throw new Refusal('EntityNotFound', `There is no project ${name}.`);
  return project;
}

export async function statusOf(db: Db, organizationId: string, project: string): Promise<Status> {
  const [status] = await readStatuses(db, organizationId, project);
  if (!status) throw new Error(`the project ${project} is gone`);
  return status;
}

/**
 * Changes what `change` names, from the next booking on: what was booked before is not made up for. EntityNotFound for a project
 * that is not known, 412 when `expected` does not have the current version.
 */
export async function changeAutomation(
  asking: Asking,
  name: string,
  change: WorkItemAutomationChange,
  expected: ExpectedVersions,
): Promise<Status> {
  const { db, organization, source } = asking;
  const named = await projectNamed(asking, name);
  return inTransaction(db, async (transaction) => {
    const { version, project, ...before } = await lockAutomation(transaction, organization.id, named);
    checkVersion('automation of the project', version, expected);
    const after = changed(before, change);
    if (!isSame(before, after)) {
      await saveAutomation(transaction, organization.id, { ...after, project, version: version + 1 });
      if (after.estimateField !== before.estimateField)
        await renewEfforts(transaction, organization.id, project);
      const entry = { action: 'change', entity: 'workItemAutomation', entityId: project };
      await audit(transaction, organization.id, source, { ...entry, before, after });
    }
    return statusOf(transaction, organization.id, project);
  });
}

/** Begins to set Completed Work for everything booked so far; DbValidationError while it is switched off for the project. */
export async function recompute(asking: Asking, name: string): Promise<Status> {
  const { db, organization, source } = asking;
  const named = await projectNamed(asking, name);
  return inTransaction(db, async (transaction) => {
    const { project, setsCompleted } = await lockAutomation(transaction, organization.id, named);
    if (!setsCompleted) throw refusedValue('setsCompletedWork', `is off for ${project}; switch it on first.`);
    await askForAll(transaction, organization.id, project);
    const entry = { action: 'recompute', entity: 'workItemAutomation', entityId: project };
    await audit(transaction, organization.id, source, entry);
    return statusOf(transaction, organization.id, project);
  });
}

function changed(before: Automation, change: WorkItemAutomationChange): Automation {
  return {
    reducesRemaining: change.reducesRemainingWork ?? before.reducesRemaining,
    setsCompleted: change.setsCompletedWork ?? before.setsCompleted,
    estimateField: change.estimateField === undefined ? before.estimateField : change.estimateField || null,
  };
}

function isSame(before: Automation, after: Automation): boolean {
  return (
    before.reducesRemaining === after.reducesRemaining &&
    before.setsCompleted === after.setsCompleted &&
    before.estimateField === after.estimateField
  );
}
