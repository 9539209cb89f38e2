import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadRequest, Measured, Order } from './messages.ts';

/** A load generator in a process of its own, so that it does not measure itself. */
export interface Load {
  /** Answers per second that the clients got together in the given seconds. */
  throughput(address: string, clients: LoadRequest[][], seconds: number): Promise<number>;
  /** Milliseconds until the whole answer of each request, sent one after the other. */
  latencies(address: string, requests: LoadRequest[]): Promise<number[]>;
  close(): Promise<void>;
}

/** Starts a load generator. */
export function startLoad(): Load {
  const child = fork(fileURLToPath(new URL('./generator.ts', import.meta.url)));
  return {
    async throughput(address, clients, seconds) {
      const measured = await carryOut(child, { kind: 'throughput', address, clients, seconds });
      if (measured.kind !== 'throughput') throw new Error(failure(measured));
      return measured.perSecond;
    },
    async latencies(address, requests) {
      const measured = await carryOut(child, { kind: 'latency', address, requests });
      if (measured.kind !== 'latency') throw new Error(failure(measured));
      return measured.milliseconds;
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function carryOut(child: ChildProcess, order: Order): Promise<Measured> {
  const answer = once(child, 'message');
  child.send(order);
  const [measured] = (await answer) as [Measured];
  return measured;
}

function failure(measured: Measured): string {
  return measured.kind === 'failed' ? measured.message : `An unexpected answer: ${measured.kind}.`;
}
