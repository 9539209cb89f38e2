import { calls, type WorkItemAutomation } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import type { Asked } from '../../http/asked.ts';
import { expectedVersions, tag } from '../../http/entity-tags.ts';
import { changeAutomation, projectNamed, recompute, statusOf } from './service.ts';
import { readConnectionState, readStatuses, readWrites, type Status } from './store-status.ts';

/** The calls under /workItemAutomation. */
export function automationRoutes({ router }: Pick<Dependencies, 'router'>): void {
  router.handle(calls.listWorkItemAutomations, async ({ db, organization }) => ({
    connection: await readConnectionState(db, organization.id),
    projects: (await readStatuses(db, organization.id)).map(automationOf),
  }));

  router.handle(calls.getWorkItemAutomation, async (asked) => {
    const project = await projectNamed(asked, asked.params.project);
    return tagged(asked, await statusOf(asked.db, asked.organization.id, project));
  });

  router.handle(calls.changeWorkItemAutomation, async (asked) => {
    const { params, body, request } = asked;
    return tagged(asked, await changeAutomation(asked, params.project, body, expectedVersions(request)));
  });

  router.handle(calls.recomputeCompletedWork, async (asked) =>
    tagged(asked, await recompute(asked, asked.params.project)),
  );

  router.handle(calls.listWorkItemWrites, async (asked) => {
    const { db, organization, params, query } = asked;
    const project = await projectNamed(asked, params.project);
    const wish = { state: query.$state ?? null, count: query.$count ?? 500 };
    return readWrites(db, organization.id, project, wish);
  });
}

function automationOf({ version: _version, ...automation }: Status): WorkItemAutomation {
  return automation;
}

function tagged({ reply }: Pick<Asked, 'reply'>, status: Status): WorkItemAutomation {
  tag(reply, status.version);
  return automationOf(status);
}
