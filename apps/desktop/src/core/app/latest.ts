import type { ClockPort } from '../ports.ts';

const PAUSE = 1_000;

/** Writes only the latest of values that come quickly, at most once a second. What cannot be written is only a copy of the server's. */
export function createLatest<T>(clock: Pick<ClockPort, 'after'>, write: (value: T) => Promise<void>) {
  let waiting: { readonly value: T } | null = null;
  let cancel: (() => void) | null = null;
  const flush = async (): Promise<void> => {
    cancel?.();
    cancel = null;
    const next = waiting;
    waiting = null;
    if (next) await write(next.value).catch(() => undefined);
  };
  return {
    save: (value: T): void => {
      waiting = { value };
      cancel ??= clock.after(PAUSE, () => void flush());
    },
    flush,
  };
}
