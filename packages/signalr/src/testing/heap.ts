import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Connects of a test for leaks; 10,000 by hand: `SIGNALR_CONNECTS=10000 npm test -- packages/signalr/src/core/leak`. */
export const CONNECTS = Number(process.env['SIGNALR_CONNECTS'] ?? 500);

/** Megabytes in use when nothing can be freed any more. */
export async function heapNow(): Promise<number> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    collect();
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
}
