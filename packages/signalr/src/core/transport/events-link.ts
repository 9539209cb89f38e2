import type { ServerResponse } from 'node:http';
import type { Link } from './link.ts';

/** Answers a request with an event stream, which stays open. */
export function eventsLink(response: ServerResponse, gone: () => void): Link {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-store',
    pragma: 'no-cache',
    'x-accel-buffering': 'no',
  });
  response.on('close', gone);
  // Some browsers report the stream as open only when something has come.
  response.write(':\r\n');
  return {
    get waitingBytes() {
      return response.writableLength;
    },
    send: (data) => void response.write(eventOf(data)),
    end: () => void response.end(),
    destroy: () => void response.destroy(),
  };
}

/** One event: each line of the text is a line of data. */
function eventOf(data: Buffer): string {
  const lines = data.toString().split(/\r\n|\n|\r/);
  return `${lines.map((line) => `data: ${line}`).join('\r\n')}\r\n\r\n`;
}
