import { guidOf } from './guid.ts';
import type { DemoPerson } from './people.ts';

/** A security group; its members are ids of people and of other groups. */
export type Group = {
  readonly id: string;
  /** A project, or the collection. */
  readonly scope: string;
  readonly name: string;
  readonly description: string;
  readonly members: Set<string>;
};

function group(scope: string, name: string, description: string, members: readonly string[]): Group {
  return { id: guidOf(`group ${scope} ${name}`), scope, name, description, members: new Set(members) };
}

/** The groups that every project has, as far as the simulator knows them, and one of the collection. */
export function makeGroups(
  collection: string,
  projects: readonly string[],
  people: readonly DemoPerson[],
): Group[] {
  const ids = (...accounts: string[]) =>
    people.filter(({ uniqueName }) => accounts.includes(uniqueName.split('@')[0] ?? '')).map(({ id }) => id);
  const administrators = group(
    collection,
    'Project Collection Administrators',
    'Members can do everything in the collection.',
    ids('admin'),
  );
  const ofProject = (project: string, index: number): Group[] => {
    const team = group(
      project,
      `${project} Team`,
      'The default project team.',
      index === 0 ? ids('cleo', 'dan', 'eve') : ids('finn', 'gina'),
    );
    return [
      team,
      group(project, 'Contributors', 'Members can add, change and delete items in the project.', [
        team.id,
        ...ids('bob'),
      ]),
      group(project, 'Project Administrators', 'Members can do everything in the project.', [
        administrators.id,
        ...ids('ann'),
      ]),
    ];
  };
  return [administrators, ...projects.flatMap(ofProject)];
}

/** The people below a group, directly or by groups within it. */
export function peopleBelow(groups: readonly Group[], top: Group): Set<string> {
  const seen = new Set<Group>();
  const people = new Set<string>();
  const waiting = [top];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const member of next.members) {
      const inner = groups.find(({ id }) => id === member);
      if (inner === undefined) people.add(member);
      else waiting.push(inner);
    }
  }
  return people;
}
