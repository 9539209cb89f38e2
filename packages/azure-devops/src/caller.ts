import { AzureDevOpsError, toAzureDevOpsError } from './errors.ts';
import type { Settings } from './options.ts';

/** Makes calls that may be made again: they only read, or they change nothing the second time. */
export type Caller = {
  /** Runs a call; waits and repeats it while it is throttled. @throws AzureDevOpsError */
  readonly call: <T>(run: () => Promise<T>) => Promise<T>;
  /** Notes that an answer asked to wait this many seconds before the next call. */
  readonly slowDown: (seconds: number) => void;
};

/** Makes a caller that waits at most `maxWaitSeconds` for one call, then gives the error on. */
export function makeCaller({ credential, maxWaitSeconds, sleep }: Settings): Caller {
  let pause = 0;
  const call = async <T>(run: () => Promise<T>): Promise<T> => {
    let left = maxWaitSeconds;
    const asked = Math.min(pause, left);
    pause = 0;
    if (asked > 0) await sleep(asked * 1000);
    left -= asked;
    for (;;) {
      try {
        return await run();
      } catch (thrown) {
        const error = toAzureDevOpsError(thrown, credential.pat);
        const seconds = Math.max(1, error.retryAfterSeconds ?? 0);
        if (error.kind !== 'throttled' || seconds > left) throw error;
        await sleep(seconds * 1000);
        left -= seconds;
      }
    }
  };
  return { call, slowDown: (seconds) => void (pause = Math.max(pause, seconds)) };
}

/** The answer of a call that must have one. @throws AzureDevOpsError `unexpected` when there is none */
export function required<T>(answer: T | null | undefined): T {
  if (answer === null || answer === undefined) {
    throw new AzureDevOpsError('unexpected', 'Azure DevOps answered without content.');
  }
  return answer;
}
