import { useQuery } from '@tanstack/react-query';
import { readOData } from '../../api/odata.ts';
import type { NamesName } from './setting-list.ts';

const FIELDS = {
  searchProjects: 'System_TeamProject',
  searchStates: 'System_State',
  searchTypes: 'System_WorkItemType',
} as const satisfies Record<NamesName, string>;

/** The projects, states or types that known work items have, to be offered; none while they are not known. */
export function useKnownNames(name: NamesName): readonly string[] {
  const field = FIELDS[name];
  const { data = [] } = useQuery({
    queryKey: ['known-names', field],
    queryFn: async ({ signal }) => {
      const rows = await readOData<Record<string, unknown>>(`workItems?$apply=groupby((${field}))`, signal);
      return rows
        .map((row) => row[field])
        .filter((each): each is string => typeof each === 'string' && each !== '')
        .sort((one, other) => one.localeCompare(other));
    },
    staleTime: 300_000,
  });
  return data;
}
