import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';

const shared = new SharedArrayBuffer(8);
const values = new Int32Array(shared);
const worker = new Worker(new URL('./x11-worker.ts', import.meta.url), { workerData: { shared } });
worker.unref();

/** Combinations that are pressed, by their names. */
export const pressed = new EventEmitter();
worker.on('message', (combination: string) => pressed.emit(combination));
worker.on('error', (error) => console.error(error));

/** Asks the X server and waits for its answer, at most some seconds. */
export function askX(act: 'register' | 'unregister', combination: string): boolean {
  Atomics.store(values, 0, 0);
  worker.postMessage({ act, combination }, []);
  Atomics.wait(values, 0, 0, 5_000);
  return Atomics.load(values, 0) === 1;
}

/** Seconds since the last input. */
export function idleSeconds(): number {
  return Atomics.load(values, 1);
}
