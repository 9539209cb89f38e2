import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between looks at a reader that has not caught up. */
const LOOK_AGAIN = 10;

export interface PumpOptions {
  readonly signal: AbortSignal;
  /** The reader has enough to do. */
  readonly isCongested: () => boolean;
  readonly send: (item: unknown) => void;
}

/** Sends the items of a stream as fast as they are read, until it ends or is cancelled. Rejects with what the stream throws. */
export async function pump(
  items: AsyncIterable<unknown>,
  { signal, isCongested, send }: PumpOptions,
): Promise<void> {
  const iterator = items[Symbol.asyncIterator]();
  const cancelled = Promise.withResolvers<null>();
  const cancel = () => cancelled.resolve(null);
  signal.addEventListener('abort', cancel, { once: true });
  try {
    while (!signal.aborted) {
      while (isCongested() && !signal.aborted) await delay(LOOK_AGAIN);
      const step = await Promise.race([iterator.next(), cancelled.promise]);
      if (step === null || step.done === true) break;
      send(step.value);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    // Not waited for: a generator that hangs in its own await would never answer.
    if (signal.aborted) iterator.return?.().then(nothing, nothing);
  }
}

function nothing(): void {}
