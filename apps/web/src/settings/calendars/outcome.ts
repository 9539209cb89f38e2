const OUTCOMES = ['connected', 'signed_out', 'denied', 'state_mismatch', 'refused', 'failed'] as const;

/** How connecting an account went, as the server tells the page. */
export type Outcome = (typeof OUTCOMES)[number];

/** The outcome in the page's address; a wrong one is as none. */
export function readOutcome(search: Record<string, unknown>): { calendar?: Outcome } {
  const outcome = OUTCOMES.find((each) => each === search['calendar']);
  return outcome === undefined ? {} : { calendar: outcome };
}
