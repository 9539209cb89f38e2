/** What is pushed: a change of a worklog, as the server tells it. */
export const CHANGE = {
  id: '0190d1a2-7c11-7f3a-8a55-0b1f6f6f2d11',
  kind: 'updated',
  workItemId: 4711,
  length: 5400,
  at: '2026-11-29T10:15:00Z',
};

export const PUSHED = 'workLogChanged';

/** The same bytes from both sides: the push as the hub protocol has it. */
export function pushText(value: unknown): string {
  return `${JSON.stringify({ type: 1, target: PUSHED, arguments: [value] })}\x1e`;
}

/** A call of `echo`, as a client of the hub sends it. */
export function callText(id: number): string {
  return `${JSON.stringify({ type: 1, invocationId: String(id), target: 'echo', arguments: [CHANGE] })}\x1e`;
}

/** A call that pushes to one user. */
export function tellText(user: string): string {
  return `${JSON.stringify({ type: 1, target: 'tell', arguments: [user, CHANGE] })}\x1e`;
}

export const HELLO = '{"protocol":"json","version":1}\x1e';
