import { type Caller, required } from './caller.ts';
import { AzureDevOpsError } from './errors.ts';
import type { Library } from './library.ts';
import { personOf } from './snapshot.ts';
import { textOf } from './text.ts';
import type { AzureDevOps, Connection, Person, Project, WorkItemType } from './types.ts';

const pageSize = 100;
/** Who Azure DevOps says one is when a public organization is read without a valid credential. */
const anonymousId = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa';

/** What is there besides work items: the connection, projects, types and people. */
export function makeOrganization(
  library: Library,
  { call }: Caller,
): Pick<AzureDevOps, 'whoAmI' | 'projects' | 'workItemTypes' | 'people'> {
  const whoAmI = async (): Promise<Connection> => {
    const {
      authenticatedUser,
      instanceId = '',
      deploymentType,
    } = required(await call(library.connectionData));
    const {
      id = anonymousId,
      providerDisplayName = '',
      customDisplayName,
      properties,
    } = authenticatedUser ?? {};
    if (id === anonymousId)
      throw new AzureDevOpsError('unauthorized', 'Azure DevOps refused the credential.');
    const account: unknown = properties?.Account?.$value;
    const user = {
      id,
      uniqueName: textOf(account),
      displayName: customDisplayName ?? providerDisplayName,
    };
    const hosted = ['hosted', '1'].includes(String(deploymentType).toLowerCase());
    return { instanceId, deployment: hosted ? 'services' : 'server', user };
  };

  const projects = async (): Promise<Project[]> => {
    const found = await allPages((skip) =>
      call(async () => (await library.core()).getProjects('wellFormed', pageSize, skip)),
    );
    return found.map(({ id = '', name = '', description = '' }) => ({ id, name, description }));
  };

  const workItemTypes = async (project: string): Promise<WorkItemType[]> => {
    const types = required(await call(async () => (await library.tracking()).getWorkItemTypes(project)));
    const read = types.filter(({ isDisabled }) => isDisabled !== true);
    return Promise.all(
      read.map(async ({ name = '', color = '', states, fields, fieldInstances }) => {
        const known =
          states ??
          required(await call(async () => (await library.tracking()).getWorkItemTypeStates(project, name)));
        return {
          name,
          color,
          states: known.map((state) => ({
            name: state.name ?? '',
            color: state.color ?? '',
            category: state.category ?? '',
          })),
          fields: namesOf(fields ?? fieldInstances),
        };
      }),
    );
  };

  const people = async (): Promise<Person[]> => {
    const found = new Map<string, Person>();
    for (const project of await projects()) {
      const teams = await allPages((skip) =>
        call(async () => (await library.core()).getTeams(project.id, false, pageSize, skip)),
      );
      for (const { id: team = '' } of teams) {
        const members = await allPages((skip) =>
          call(async () =>
            (await library.core()).getTeamMembersWithExtendedProperties(project.id, team, pageSize, skip),
          ),
        );
        for (const { identity } of members) {
          const person = identity?.isContainer === true ? null : personOf(identity);
          if (person !== null) found.set(person.id, person);
        }
      }
    }
    return [...found.values()];
  };

  return { whoAmI, projects, workItemTypes, people };
}

function namesOf(fields: readonly { referenceName?: string }[] | undefined): string[] | null {
  return fields?.flatMap(({ referenceName }) => referenceName ?? []) ?? null;
}

/** Reads all pages of a list, until one is not full. */
async function allPages<T>(read: (skip: number) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = required(await read(all.length));
    all.push(...page);
    if (page.length < pageSize) return all;
  }
}
