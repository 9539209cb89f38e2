import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { X11Message } from './x11-worker.ts';

const shared = new SharedArrayBuffer(12);
const values = new Int32Array(shared);
const worker = new Worker(new URL('./x11-worker.ts', import.meta.url), { workerData: { shared } });
let asked = 0;

/** Combinations that are pressed, by their names. */
export const pressed = new EventEmitter();
worker.on('message', (message: X11Message) => {
  if (message.kind === 'pressed') pressed.emit(message.combination);
});
// Until the thread speaks with the X server, it could answer nothing in time.
await once(worker, 'message');
worker.unref();
worker.on('error', (error) => console.error(error));

/** Asks the X server and waits for its answer, at most half a minute. */
export function askX(act: 'register' | 'unregister', combination: string): boolean {
  asked += 1;
  const answered = Atomics.load(values, 0);
  worker.postMessage({ act, combination, question: asked }, []);
  for (let known = answered; Atomics.load(values, 0) !== asked; known = Atomics.load(values, 0))
    if (Atomics.wait(values, 0, known, 30_000) === 'timed-out') return false;
  return Atomics.load(values, 1) === 1;
}

/** Seconds since the last input. */
export function idleSeconds(): number {
  return Atomics.load(values, 2);
}
