import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the measurement asks of a server beside its sockets. */
export interface Control {
  /** Sends one message to everybody. */
  readonly broadcast: () => void;
}

/** Answers `/readyz`, `/memory`, `/processor-time` and `/broadcast?times=N`; false for other addresses. */
export function answerControl(
  { broadcast }: Control,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  switch (pathname) {
    case '/readyz':
      response.end('ready');
      return true;
    case '/memory':
      response.end(String(memory()));
      return true;
    case '/processor-time':
      response.end(String(processorTime()));
      return true;
    case '/broadcast':
      repeat(broadcast, Number(searchParams.get('times')));
      response.end();
      return true;
    default:
      return false;
  }
}

/** Bytes of heap and buffers that are really in use. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Microseconds that this process has had. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** With room between for the sockets to take what they are given. */
function repeat(act: () => void, times: number): void {
  if (times <= 0) return;
  act();
  setImmediate(repeat, act, times - 1);
}
