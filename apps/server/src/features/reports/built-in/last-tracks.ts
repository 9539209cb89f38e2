import { latestWorkLogs } from './pieces.ts';
import type { BuiltInReport } from './report.ts';

export const lastTracks: BuiltInReport = {
  id: '7e9027a0-0000-4000-8000-000000000006',
  key: 'lastTracks',
  name: 'Last Tracks',
  description: 'The last 100 entries of everyone.',
  content: {
    timeframeFilter: null,
    scope: 'All',
    project: null,
    widgets: [
      latestWorkLogs('Last entries', { x: 0, y: 0, w: 12, h: 8 }, [
        { field: 'User.Name', title: 'Person', width: -100 },
      ]),
    ],
  },
};
