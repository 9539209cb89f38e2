import { calls, type Report, type ReportSummary } from '@stint/contract';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { readOData } from '../../api/odata.ts';

export const REPORTS_KEY = ['reports'] as const;
export const REPORT_LIST_KEY = [...REPORTS_KEY, 'list'] as const;

/** A report with the `ETag` that it was read with; empty for built-in ones. */
export interface LoadedReport {
  readonly report: Report;
  readonly etag: string;
}

/** Which report: by its id, or by what a link to it ends with. */
export type ReportName = { readonly id: string } | { readonly shareId: string };

const reportKey = (name: ReportName) =>
  'id' in name ? [...REPORTS_KEY, name.id] : [...REPORTS_KEY, 'shared', name.shareId];

/** All reports that one sees, without their widgets. */
export function useReportList() {
  const client = useClient();
  return useQuery<ReportSummary[]>({
    queryKey: REPORT_LIST_KEY,
    queryFn: ({ signal }) => client.call(calls.listReports, { signal }),
  });
}

/** One report with its widgets. */
export function useReport(name: ReportName) {
  const client = useClient();
  return useQuery({
    queryKey: reportKey(name),
    queryFn: async ({ signal }): Promise<LoadedReport> => {
      let etag = '';
      const onETag = (found: string) => {
        etag = found;
      };
      const report =
        'id' in name
          ? await client.call(calls.getReport, { params: { id: name.id }, onETag, signal })
          : await client.call(calls.getSharedReport, { params: { shareId: name.shareId }, onETag, signal });
      return { report, etag };
    },
  });
}

/** The names of all projects that work items are in. */
export function useProjects() {
  return useQuery({
    queryKey: ['projects'],
    queryFn: async ({ signal }) => {
      const query = 'workItems?$apply=groupby((System_TeamProject))&$orderby=System_TeamProject';
      const rows = await readOData<{ System_TeamProject: string | null }>(query, signal);
      return rows.flatMap(({ System_TeamProject: name }) => (name === null || name === '' ? [] : [name]));
    },
    staleTime: 300_000,
  });
}
