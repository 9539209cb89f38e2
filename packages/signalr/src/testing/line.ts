import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that faults can happen to. */
export interface Line extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly address: string;
  /** Breaks all that runs over it; nothing gets through until `mend`. Resolves when somebody has tried in vain. */
  cut(): Promise<void>;
  /** Keeps back all that is sent in either direction, and who connects, until `mend`: as behind a plug that was pulled. */
  hold(): void;
  /** The same, but what runs over it now is never heard of again, at either end: as behind a router that forgot it. */
  lose(): void;
  /** Lets it through again, from now on to the server at `address`. */
  mend(address?: string): void;
}

/** Opens a line to the server at `address`. */
export async function openLine(address: string): Promise<Line> {
  let { port, hostname } = new URL(address);
  /** All ends of connections, and those that get nothing more. */
  const ends = new Set<Socket>();
  const lost = new Set<Socket>();
  let state: 'open' | 'cut' | 'held' = 'open';
  let tried = Promise.withResolvers<void>();
  const server = createServer((near) => {
    if (state === 'cut') {
      tried.resolve();
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(from);
      from
        .on('data', (bytes: Buffer) => to.write(bytes))
        .on('error', () => {})
        .on('close', () => {
          ends.delete(from);
          lost.delete(from);
          if (!lost.has(to)) to.destroySoon();
        });
      if (state === 'held') from.pause();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const breakAll = () => {
    for (const end of ends) end.resetAndDestroy();
  };
  const hold = () => {
    state = 'held';
    for (const end of ends) end.pause();
  };
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      state = 'cut';
      tried = Promise.withResolvers<void>();
      breakAll();
      return tried.promise;
    },
    hold,
    lose() {
      hold();
      for (const end of ends) lost.add(end);
    },
    mend(next = address) {
      ({ port, hostname } = new URL(next));
      state = 'open';
      for (const end of ends) if (!lost.has(end)) end.resume();
    },
    async [Symbol.asyncDispose]() {
      breakAll();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
