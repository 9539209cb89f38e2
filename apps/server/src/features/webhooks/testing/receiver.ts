import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** A request as the receiver got it. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a receiver answers; `hang` never does. */
type Answer = number | 'hang' | { status: number; location?: string; bytes?: number };

/** A receiver of webhooks on loopback that notes what comes; it ends with the test. */
export interface Receiver {
  url: string;
  received: Received[];
  /** Resolves when so many requests have come. */
  got(count: number): Promise<void>;
}

/** Answers the first requests with `answers`, and the later ones with the last of them. */
export async function startReceiver(...answers: Answer[]): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => void receive(request, response));

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    received.push({ headers: request.headers, body: await text(request) });
    server.emit('received');
    const answer = answers[Math.min(received.length, answers.length) - 1] ?? 200;
    if (answer === 'hang') return;
    const { status, location, bytes = 0 } = typeof answer === 'number' ? { status: answer } : answer;
    response.writeHead(status, location === undefined ? {} : { location });
    response.end('x'.repeat(bytes));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    got: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length >= count) resolve();
        };
        server.on('received', look);
        look();
      }),
  };
}
