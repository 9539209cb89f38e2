// The anchor of the hub: bare WebSockets that send the same bytes, and no more than has to be done. Argument: the port.
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { answerControl } from './control.ts';
import { CHANGE, HELLO, pushText } from './messages.ts';

const byUser = new Map<string, WebSocket>();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: true });
const control = {
  broadcast() {
    const message = Buffer.from(pushText(CHANGE));
    for (const socket of sockets.clients) socket.send(message, { binary: false });
  },
};
const server = createServer((request, response) => {
  if (!answerControl(control, request, response)) response.writeHead(404).end();
});
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => {
    byUser.set(
      new URL(request.url ?? '/', 'http://localhost').searchParams.get('access_token') ?? '',
      opened,
    );
    opened.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === HELLO) opened.send('{}\x1e');
      else if (text.includes('"target":"tell"')) tell(text);
      else opened.send(text);
    });
  });
});
server.listen({ port: Number(process.argv[2]), host: 'localhost', backlog: 1024 });
process.once('SIGTERM', () => process.exit());

function tell(text: string): void {
  const { arguments: given } = JSON.parse(text.slice(0, -1)) as { arguments: [string, unknown] };
  byUser.get(given[0])?.send(pushText(given[1]));
}
