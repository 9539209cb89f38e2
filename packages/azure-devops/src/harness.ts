import { type Simulator, type SimulatorOptions, startSimulator } from '@stint/azure-devops-simulator';
import { onTestFinished } from 'vitest';
import { connect } from './connect.ts';
import type { ConnectOptions } from './options.ts';
import type { AzureDevOps } from './types.ts';

export type Bench = {
  readonly simulator: Simulator;
  readonly azureDevOps: AzureDevOps;
  /** Milliseconds that the view asked to sleep; it never really does. */
  readonly slept: number[];
  /** Sends JSON to a control or edit address of the simulator, such as `PATCH workitems/1001`. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>;
};

/** A simulator on a free port, and our view of it; both end with the test. */
export async function openBench(options: Partial<SimulatorOptions & ConnectOptions> = {}): Promise<Bench> {
  const simulator = await startSimulator({ port: 0, ...options });
  onTestFinished(() => simulator.stop());
  const slept: number[] = [];
  const azureDevOps = connect({
    url: simulator.url,
    credential: { kind: 'pat', pat: 'simulator' },
    sleep: async (milliseconds) => slept.push(milliseconds),
    ...options,
  });
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(new URL(`/_simulator/${path}`, simulator.url), init);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return { simulator, azureDevOps, slept, control };
}

/** All batches of a generator. */
export async function collect<T>(batches: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}
