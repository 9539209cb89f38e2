import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be cut. */
export interface Line extends AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly address: string;
  /** Cuts all that runs over it; nothing gets through until `mend`. Resolves when somebody has tried in vain. */
  cut(): Promise<void>;
  /** Lets it through again, from now on to the server at `address`. */
  mend(address?: string): void;
}

/** Opens a line to the server at `address`. */
export async function openLine(address: string): Promise<Line> {
  let { port, hostname } = new URL(address);
  const ends = new Set<Socket>();
  let isCut = false;
  let tried = Promise.withResolvers<void>();
  const server = createServer((near) => {
    if (isCut) {
      tried.resolve();
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end
        .on('error', () => {})
        .on('close', () => {
          ends.delete(end);
          near.destroy();
          far.destroy();
        });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const cutAll = () => {
    for (const end of ends) end.resetAndDestroy();
  };
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      tried = Promise.withResolvers<void>();
      cutAll();
      return tried.promise;
    },
    mend(next = address) {
      ({ port, hostname } = new URL(next));
      isCut = false;
    },
    async [Symbol.asyncDispose]() {
      cutAll();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
