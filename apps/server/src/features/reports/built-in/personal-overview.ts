import { latestWorkLogs, timeBy, timeByActivityType, timeByDay, topWorkItems, totalTime } from './pieces.ts';
import type { BuiltInReport } from './report.ts';

export const personalOverview: BuiltInReport = {
  id: '7e9027a0-0000-4000-8000-000000000001',
  key: 'personalOverview',
  name: 'Personal Overview',
  description: 'Your own time: totals, days, activity types and work items.',
  content: {
    timeframeFilter: { filterType: 'Month' },
    scope: 'Me',
    project: null,
    widgets: [
      totalTime('Today', { x: 0, y: 0, w: 3, h: 1 }, 'Today'),
      totalTime('This week', { x: 3, y: 0, w: 3, h: 1 }, 'Week'),
      totalTime('This month', { x: 6, y: 0, w: 3, h: 1 }, 'Month'),
      totalTime('Last month', { x: 9, y: 0, w: 3, h: 1 }, 'LastMonth'),
      timeByDay('Day by day', { x: 0, y: 1, w: 12, h: 2 }),
      timeByActivityType({ x: 0, y: 3, w: 6, h: 2 }),
      timeBy('WorkItem/System_TeamProject', 'Projects', { x: 6, y: 3, w: 6, h: 2 }),
      topWorkItems('Work items', { x: 0, y: 5, w: 12, h: 3 }),
      latestWorkLogs('Last entries', { x: 0, y: 8, w: 12, h: 4 }, []),
    ],
  },
};
