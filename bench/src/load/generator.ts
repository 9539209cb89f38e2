// The load generator's own process: does one order after another.
import autocannon, { type Client } from 'autocannon';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { LoadRequest, Measured, Order } from './messages.ts';

process.on('message', (order: Order) => {
  carryOut(order).then(
    (measured) => process.send?.(measured),
    (error: unknown) => process.send?.({ kind: 'failed', message: String(error) } satisfies Measured),
  );
});
process.on('disconnect', () => process.exit());

async function carryOut(order: Order): Promise<Measured> {
  if (order.kind === 'latency') return { kind: 'latency', milliseconds: await latencies(order) };
  return { kind: 'throughput', perSecond: await throughput(order) };
}

async function throughput({
  address,
  clients,
  seconds,
}: Extract<Order, { kind: 'throughput' }>): Promise<number> {
  let next = 0;
  const setupClient = (client: Client) => {
    client.setRequests(clients[next % clients.length] ?? []);
    next += 1;
  };
  const result = await autocannon({
    url: address,
    connections: clients.length,
    duration: seconds,
    setupClient,
    // Placeholders until setupClient gives each connection its own list.
    requests: clients[0] ?? [],
  });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${address}: ${result.errors} requests failed, ${result.non2xx} answers were not 2xx.`);
  }
  return result['2xx'] / result.duration;
}

async function latencies({ address, requests }: Extract<Order, { kind: 'latency' }>): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (const each of requests) {
    const before = performance.now();
    await send(agent, address, each);
    times.push(performance.now() - before);
  }
  agent.destroy();
  return times;
}

/** Resolves when the whole answer has come; rejects when it is not 2xx. */
function send(agent: Agent, address: string, { method, path, headers, body }: LoadRequest): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, address), { method, headers, agent }, (answer) => {
      const status = answer.statusCode ?? 0;
      answer.resume().on('end', () => {
        if (status >= 200 && status < 300) resolve();
        else reject(new Error(`${method} ${path}: ${status}`));
      });
    });
    asked.on('error', reject).end(body);
  });
}
