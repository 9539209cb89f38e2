import type { usualActivityTypes } from '../identity/make-organization.ts';

/** The name of one of the demo's activity types. */
export type ActivityName = (typeof usualActivityTypes)[number]['name'];

/** What people do, as often as it stands here. */
export const activities: readonly [ActivityName, ...ActivityName[]] = [
  'Development',
  'Development',
  'Development',
  'Development',
  'Development',
  'Testing',
  'Testing',
  'Design',
  'Meeting',
  'Meeting',
  'Support',
  'Documentation',
];

/** What people write about it. */
export const comments: Readonly<Record<ActivityName, readonly [string, ...string[]]>> = {
  Development: [
    'First version behind a feature flag',
    'Review remarks worked in',
    'Split the service into two parts',
    'Paired on the migration',
    'Retries with growing pauses',
    'Removed the old code path',
    'Spike: compared two libraries',
    'Fixed the failing build',
  ],
  Testing: [
    'Went through the test plan',
    'Reproduced on a slow network',
    'Wrote end-to-end tests',
    'Retested the fixes of last week',
    'Load test with 10,000 entries',
  ],
  Design: [
    'Sketches of the empty page',
    'Prototype for the usability test',
    'Icons and spacing',
    'Talked through the flow with support',
  ],
  Meeting: [
    'Daily',
    'Sprint planning',
    'Retrospective',
    'Backlog refinement',
    'Interview with a candidate',
    'One-on-one',
    'Architecture round',
  ],
  Support: [
    'Call with a customer',
    'Answered tickets',
    'Looked into a slow report',
    'Helped with the import of old data',
  ],
  Documentation: [
    'Release notes',
    'Help page with screenshots',
    'Runbook for on-call',
    'Updated the API examples',
  ],
};
