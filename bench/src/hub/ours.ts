// The hub under measurement. Argument: the port.
import { createServer } from 'node:http';
import { attachSignalR, createSignalR, defineHub } from '@stint/signalr';
import { answerControl } from './control.ts';
import { CHANGE, PUSHED } from './messages.ts';

const signalr = createSignalR<string>({
  hubs: [
    defineHub<string>({
      name: 'hub',
      methods: {
        echo: (_context, value) => value,
        tell: ({ clients }, user, value) => clients.user(String(user)).send(PUSHED, value),
      },
    }),
  ],
  authorize: ({ token }) => ({ user: token ?? '', userId: token ?? '' }),
  limits: { outgoingBytes: 16 * 1024 * 1024 },
});
const control = { broadcast: () => signalr.clients('hub').all.send(PUSHED, CHANGE) };
const server = createServer((request, response) => {
  if (!answerControl(control, request, response)) response.writeHead(404).end();
});
attachSignalR(server, signalr);
server.listen({ port: Number(process.argv[2]), host: 'localhost', backlog: 1024 });
process.once('SIGTERM', () => process.exit());
