import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that a test can cut, as networks do. */
export interface TcpProxy {
  readonly port: number;
  /** `open`: bytes pass; `dead`: they vanish and nobody is told, as behind a pulled plug; `refusing`: connections are broken and refused. */
  become(state: 'open' | 'dead' | 'refusing'): void;
  /** Leads to another port from the next connection on. */
  leadTo(port: number): void;
  close(): Promise<void>;
}

/** Stands on a free port of the loopback before `target`. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: 'open' | 'dead' | 'refusing' = 'open';
  let to = target;

  const server = createServer((near) => {
    if (state === 'refusing') {
      near.destroy();
      return;
    }
    const far = connect(to, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, other] of [pair, [far, near] as const]) {
      from.on('data', (bytes) => state === 'open' && other.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        if (state !== 'dead') other.destroy();
        pairs.delete(pair);
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function end(): void {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    pairs.clear();
  }

  return {
    port: (server.address() as AddressInfo).port,
    become(next) {
      state = next;
      if (next === 'refusing') end();
    },
    leadTo(port) {
      to = port;
    },
    async close() {
      end();
      server.close();
      await once(server, 'close');
    },
  };
}
