import { useQuery } from '@tanstack/react-query';
import { readOData } from '../api/odata.ts';

interface ProjectRow {
  readonly System_TeamProject: string;
}

const FIVE_MINUTES = 300_000;

/** The names of the projects that have work items, in order; empty while they are not known. */
export function useProjects(): readonly string[] {
  const projects = useQuery({
    queryKey: ['work-items', 'projects'],
    queryFn: ({ signal }) => readOData<ProjectRow>('workItems?$apply=groupby((System_TeamProject))', signal),
    staleTime: FIVE_MINUTES,
  });
  return (projects.data ?? []).map((row) => row.System_TeamProject).sort((a, b) => a.localeCompare(b));
}
