/** A stream that a client sends and a method reads. It is read once. */
export interface Upload extends AsyncIterable<unknown> {
  /** The promise, where there is one, resolves when the method has caught up. */
  push(item: unknown): Promise<void> | undefined;
  /** With an error, the reader gets it after the items before it. */
  finish(error: Error | null): void;
}

/** @param most items that wait for the method before the client has to */
export function createUpload(most: number): Upload {
  const items: unknown[] = [];
  let ended: { readonly error: Error | null } | null = null;
  let arrived = Promise.withResolvers<void>();
  let taken: PromiseWithResolvers<void> | null = null;

  const finish = (error: Error | null) => {
    ended ??= { error };
    arrived.resolve();
    taken?.resolve();
  };

  async function* read() {
    try {
      for (;;) {
        while (items.length > 0) {
          const item = items.shift();
          if (items.length < most) taken?.resolve();
          yield item;
        }
        if (ended?.error) throw ended.error;
        if (ended !== null) return;
        await arrived.promise;
        if (ended === null) arrived = Promise.withResolvers();
      }
    } finally {
      // Nobody reads on: what still comes is let go.
      items.length = 0;
      finish(null);
    }
  }

  const reader = read();
  return {
    [Symbol.asyncIterator]: () => reader,
    push(item) {
      if (ended !== null) return undefined;
      items.push(item);
      arrived.resolve();
      if (items.length < most) return undefined;
      taken = Promise.withResolvers();
      return taken.promise;
    },
    finish,
  };
}
