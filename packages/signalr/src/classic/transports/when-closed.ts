import type { ServerResponse } from 'node:http';

/** Calls `lost` when the client hangs up; soon, when it has done so already. */
export function whenClosed(response: ServerResponse, lost: () => void): void {
  if (response.destroyed) queueMicrotask(lost);
  else response.once('close', lost);
}
