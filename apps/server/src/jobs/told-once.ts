import type { Logger } from 'pino';

/** Makes work that does not fail: its first failure is logged as `failing`, its next success as `recovered`. */
export function toldOnce(
  log: Pick<Logger, 'info' | 'warn'>,
  messages: { failing: string; recovered: string },
  work: () => Promise<void>,
): () => Promise<void> {
  let isFailing = false;
  return async () => {
    try {
      await work();
      if (isFailing) log.info(messages.recovered);
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, messages.failing);
      isFailing = true;
    }
  };
}
