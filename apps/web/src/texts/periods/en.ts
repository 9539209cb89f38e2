export const texts = {
  earlier: 'Earlier',
  later: 'Later',
  today: 'Today',
  filterNone: '{name}: all',
  filterSome: { one: '{name}: {count} chosen', other: '{name}: {count} chosen' },
  showAll: 'Show all',
  stateInProgress: 'In progress',
  stateSubmitted: 'Submitted',
  stateReopened: 'Reopened',
  stateApproved: 'Approved',
  stateClosed: 'Closed',
  stateLocked: 'Locked',
} as const;
