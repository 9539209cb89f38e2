import { setTimeout as sleep } from 'node:timers/promises';
import { isConflict } from './faults.ts';

/**
 * Runs a whole transaction again when it lost against another (serialization failure, deadlock), with short growing
 * random pauses.
 * @param attempts how often at most, the first time included. Default 5.
 * @throws the last error, or the first that is no conflict.
 */
export async function retryOnConflict<Result>(work: () => Promise<Result>, attempts = 5): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isConflict(error)) throw error;
      await sleep(Math.random() * 10 * 2 ** attempt);
    }
  }
}
