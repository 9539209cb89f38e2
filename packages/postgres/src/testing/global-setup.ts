import { isTestServerIdle, sharedTestServer, stopTestServer } from './server.ts';
import { joinRun, leaveRun } from './runs.ts';

/** vitest: starts the shared test server once before the workers need it. */
export async function setup(): Promise<void> {
  joinRun();
  await sharedTestServer();
}

/** vitest: stops the shared test server unless another run or program of this checkout uses it. */
export async function teardown(): Promise<void> {
  if (leaveRun() === 0 && (await isTestServerIdle())) await stopTestServer();
}
