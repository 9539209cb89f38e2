import { createServer } from 'node:http';
import { attachSignalR, createSignalR, defineHub, refuse } from '@stint/signalr';

const chat = defineHub<string>({
  name: 'chat',
  connected: ({ connection, clients }) => clients.others.send('joined', connection.user),
  methods: {
    join: ({ groups }, room) => groups.add(String(room)),
    say: ({ connection, clients }, room, text) =>
      clients.group(String(room)).send('said', connection.user, text),
  },
});
const signalr = createSignalR<string>({
  hubs: [chat],
  authorize: ({ token }) => (token === null ? refuse(401, 'Who are you?') : { user: token, userId: token }),
});
const server = createServer();
attachSignalR(server, signalr);
server.listen(Number(process.argv[2] ?? 7000), '127.0.0.1');
