/** Reads the first item, so that what fails before it can still be answered as an error; then goes on from there. */
export async function primed<Item>(items: AsyncIterable<Item>): Promise<AsyncIterableIterator<Item>> {
  const iterator = items[Symbol.asyncIterator]();
  let first: IteratorResult<Item> | null = await iterator.next();
  const rest: AsyncIterableIterator<Item> = {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      if (first === null) return iterator.next();
      const result = first;
      first = null;
      return result;
    },
    return: async () => {
      await iterator.return?.();
      return { done: true, value: undefined };
    },
  };
  return rest;
}

/** What is written of a source: who stops reading it closes the source even if nothing was read yet; faults are told. */
export function written<Chunk>(
  chunks: AsyncGenerator<Chunk>,
  source: AsyncIterator<unknown>,
  onFault: (fault: unknown) => void,
): AsyncIterableIterator<Chunk> {
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => {
      try {
        return await chunks.next();
      } catch (fault) {
        onFault(fault);
        throw fault;
      }
    },
    return: async () => {
      await chunks.return(undefined);
      await source.return?.();
      return { done: true, value: undefined };
    },
  };
}

/** Ends a stream that nobody will read; texts need nothing. */
export async function discard(body: string | Buffer | AsyncIterable<unknown>): Promise<void> {
  if (typeof body !== 'string' && !Buffer.isBuffer(body)) await body[Symbol.asyncIterator]().return?.();
}
