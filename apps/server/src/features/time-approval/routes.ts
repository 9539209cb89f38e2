import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Organization } from '../../identity/organizations.ts';
import { userOf } from '../../identity/people.ts';
import type { Db } from '../../http/asked.ts';
import { decideWeeks } from './decisions.ts';
import { differencesOf } from './differences.ts';
import { countPending, listApprovals } from './list-approvals.ts';
import { listUnsubmitted } from './list-unsubmitted.ts';
import { listWeeks } from './list-weeks.ts';
import { listWeekWorkLogs } from './list-work-logs.ts';
import { setManager, setManagerOf } from './managers.ts';
import type { WorkLogs } from '../worklogs/service.ts';
import { findMembers, listManagers, listMembers, type Member } from './members.ts';
import { approvalPersonOf } from './present.ts';
import { revokeWeek, submitWeek } from './submission.ts';

/** The calls under /timeApproval (api.md 3.4; product.md, Approvals). */
export function timeApproval(
  { router, clock, feed }: Pick<Dependencies, 'router' | 'clock' | 'feed'>,
  workLogs: Pick<WorkLogs, 'list'>,
): void {
  router.handle(calls.submitTimeWeek, (asked) => submitWeek(asked, asked.body, clock()));
  router.handle(calls.revokeTimeWeek, (asked) => revokeWeek(asked, asked.query.weekStart, clock()));

  router.handle(calls.approveTimeWeeks, (asked) => decideWeeks(asked, 'approve', asked.body, clock()));
  router.handle(calls.reopenTimeWeeks, (asked) => decideWeeks(asked, 'reopen', asked.body, clock()));
  router.handle(calls.rejectTimeWeeks, (asked) => decideWeeks(asked, 'reject', asked.body, clock()));
  router.handle(calls.closeTimeWeeks, (asked) => decideWeeks(asked, 'close', asked.body, clock()));
  router.handle(calls.lockTimeWeeks, (asked) => decideWeeks(asked, 'lock', asked.body, clock()));
  router.handle(calls.unlockTimeWeeks, (asked) => decideWeeks(asked, 'unlock', asked.body, clock()));

  router.handle(calls.listTimeApprovals, (asked) => listApprovals(asked, asked.query));
  router.handle(calls.countPendingTimeWeeks, async (asked) => ({ count: await countPending(asked) }));
  router.handle(calls.getTimeWeekDifferences, (asked) => differencesOf(asked, asked.params.id));
  router.handle(calls.listTimeWeeks, (asked) => listWeeks(asked, asked.query, clock()));
  router.handle(calls.listTimeWeekWorkLogs, (asked) => listWeekWorkLogs(asked, asked.query, workLogs));
  router.handle(calls.listUnsubmittedTimeWeeks, (asked) => listUnsubmitted(asked, asked.query, clock()));

  router.handle(calls.listApprovalManagers, async ({ db, organization, query }) =>
    (await listManagers(db, organization.id)).map((manager) => ({
      ...userOf(manager, organization, query.$expand),
      isGlobalApprovalManager: manager.isGlobalApprovalManager,
    })),
  );
  router.handle(calls.listApprovalPeople, async ({ db, organization, query }) => {
    const page = { skip: query.$skip ?? 0, count: query.$count ?? 500 };
    return approvalPeopleOf(
      await listMembers(db, organization.id, page),
      { db, organization },
      query.$expand,
    );
  });
  router.handle(calls.setApprovalManager, async (asked) => {
    const changed = await setManager(asked, asked.params.id, asked.body);
    feed.tell(asked.organization.id);
    return approvalPersonOf(changed, await presentationOf([changed], asked, asked.query.$expand));
  });
  router.handle(calls.setApprovalPerson, async (asked) => {
    const changed = await setManagerOf(asked, asked.params.id, asked.body.approvalManagerId ?? null);
    return approvalPersonOf(changed, await presentationOf([changed], asked, asked.query.$expand));
  });
}

type Where = { db: Db; organization: Organization };

async function approvalPeopleOf(people: readonly Member[], where: Where, expand: string | undefined) {
  const shown = await presentationOf(people, where, expand);
  return people.map((person) => approvalPersonOf(person, shown));
}

async function presentationOf(
  shown: readonly Member[],
  { db, organization }: Where,
  expand: string | undefined,
) {
  const managers = shown.map(({ approvalManagerId }) => approvalManagerId);
  return { organization, expand, people: await findMembers(db, organization.id, managers) };
}
