import type { Ground, Samples } from '../sample.ts';

/** A project with Completed Work switched on. */
async function project({ stint }: Ground): Promise<string> {
  const { system } = stint.server.dependencies.database;
  const name = `Project ${crypto.randomUUID()}`;
  await system
    .insertInto('work_item_automation')
    .values({
      organization_id: stint.organizationId,
      project: name,
      sets_completed: true,
      estimate_field: null,
    })
    .execute();
  return name;
}

const ofProject = async (ground: Ground) => ({
  person: ground.stint.people.administrator,
  params: { project: await project(ground) },
});

export const workItemAutomationSamples = {
  listWorkItemAutomations: ({ stint: { people } }) => ({ person: people.administrator }),
  getWorkItemAutomation: ofProject,
  changeWorkItemAutomation: async (ground) => ({
    ...(await ofProject(ground)),
    body: {
      reducesRemainingWork: true,
      setsCompletedWork: false,
      estimateField: 'Microsoft.VSTS.Scheduling.StoryPoints',
    },
    headers: { 'if-match': '"1"' },
  }),
  recomputeCompletedWork: ofProject,
  listWorkItemWrites: async (ground) => ({
    ...(await ofProject(ground)),
    query: { $state: 'failed', $count: 5 },
  }),
} satisfies Samples;
