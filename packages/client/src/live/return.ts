/** Milliseconds between looks at the clock. */
const LOOK_EVERY = 5_000;
/** A look that comes this much too late means that the machine slept. */
const SLEPT = 10_000;

/** What a browser offers of this, and Node does not. */
interface Page {
  readonly document: EventTarget & { readonly visibilityState: string };
  addEventListener(type: 'online', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Calls back when the machine wakes up, the network comes back, or the page comes to the front. Answers what ends that.
 */
export function onReturn(callback: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let lookedAt = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - lookedAt > LOOK_EVERY + SLEPT) callback();
    lookedAt = now;
  }, LOOK_EVERY);
  // In Node it must not keep the process alive; browsers have no such thing.
  (timer as { unref?: () => void }).unref?.();
  const page = globalThis as Partial<Page>;
  page.addEventListener?.('online', callback, { signal });
  page.document?.addEventListener(
    'visibilitychange',
    () => page.document?.visibilityState === 'visible' && callback(),
    { signal },
  );
  return () => {
    ending.abort();
    clearInterval(timer);
  };
}
