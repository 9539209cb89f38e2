import { backlog } from './backlog.ts';
import { epics } from './epics.ts';
import { lastTracks } from './last-tracks.ts';
import { personalOverview } from './personal-overview.ts';
import type { BuiltInReport } from './report.ts';
import { teamOverview, teamOverviewOfPeriod } from './team-overview.ts';

/** In the order to show. */
export const builtInReports: readonly BuiltInReport[] = [
  personalOverview,
  teamOverview,
  teamOverviewOfPeriod,
  backlog,
  epics,
  lastTracks,
];

const byId = new Map(builtInReports.map((report) => [report.id, report]));

export function builtInReport(id: string): BuiltInReport | undefined {
  return byId.get(id);
}
