import type { AzureDevOps, WorkItemSnapshot } from '@stint/azure-devops';

/** Milliseconds for which the fields of types are remembered. */
const KEPT = 3_600_000;

/** Knows which fields the items of a type have, asking Azure DevOps once an hour for each project. */
export interface TypeFields {
  of(
    azureDevOps: AzureDevOps,
    address: { organizationId: string; url: string },
    item: Pick<WorkItemSnapshot, 'project' | 'type'>,
  ): Promise<(field: string) => boolean>;
}

type Types = ReadonlyMap<string, ReadonlySet<string> | null>;

export function createTypeFields(now: () => number): TypeFields {
  const known = new Map<string, { readAt: number; types: Types }>();

  async function typesOf(azureDevOps: AzureDevOps, key: string, project: string): Promise<Types> {
    const kept = known.get(key);
    if (kept && now() - kept.readAt < KEPT) return kept.types;
    const read = await azureDevOps.workItemTypes(project);
    const types = new Map(read.map(({ name, fields }) => [name, fields && new Set(fields)]));
    known.set(key, { readAt: now(), types });
    return types;
  }

  return {
    async of(azureDevOps, { organizationId, url }, { project, type }) {
      const types = await typesOf(azureDevOps, [organizationId, url, project].join('\n'), project);
      const fields = types.get(type);
      // Where Azure DevOps does not tell, writing is tried.
      return (field) => fields?.has(field) ?? true;
    },
  };
}
