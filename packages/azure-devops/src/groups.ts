import { graphGroups } from './graph-groups.ts';
import { identityGroups } from './identity-groups.ts';
import type { Library } from './library.ts';
import type { GroupReader } from './types.ts';

/** Reads groups the way in which this deployment of Azure DevOps tells them. */
export function makeGroups(library: Library): GroupReader {
  const reader = async () => {
    const graph = await library.graph();
    return graph === null ? identityGroups(await library.collection()) : graphGroups(graph);
  };
  return {
    findGroups: async (search, top) => (await reader()).findGroups(search, top),
    groupMembers: async (id) => (await reader()).groupMembers(id),
  };
}
