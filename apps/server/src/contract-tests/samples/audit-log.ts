import { workLog } from '../sample-parts.ts';
import type { Samples } from '../sample.ts';

export const auditLogSamples = {
  listAuditLog: async ({ stint }) => {
    await workLog(stint);
    return {
      person: stint.people.team,
      query: {
        $fromTimestamp: '2020-01-01T00:00:00Z',
        $entity: 'worklog',
        $action: 'create',
        $count: 2,
        $expand: 'user.displayName',
      },
    };
  },
  exportAuditLog: async ({ stint }) => {
    await workLog(stint);
    return { person: stint.people.administrator, query: { $entity: 'worklog', format: 'json' } };
  },
} satisfies Samples;
