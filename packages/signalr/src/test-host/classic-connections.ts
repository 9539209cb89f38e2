import { setTimeout as delay } from 'node:timers/promises';
import type { RawContext, RawHandlers } from '../classic/raw/application.ts';

/** The raw connections of the suites, by the path each lies at. */
export const classicConnections: Readonly<Record<string, RawHandlers<unknown>>> = {
  '/echo': { received: (context, text) => context.send(text) },
  '/jsonp/echo': { received: (context, text) => context.send(text) },
  '/redirectionConnection': {},
  '/statusCodeConnection': {},
  '/my-reconnect': {},
  '/multisend': {
    connected: (context) => sendBoth(context, 'OnConnectedAsync'),
    received: (context) => sendBoth(context, 'OnReceivedAsync'),
  },
  '/filter': { received: (context, text) => context.broadcast(text, [context.connection.id]) },
  '/groups': { received: changeGroups },
  '/rejoin-groups': { received: changeGroups },
  '/group-echo': { connected: (context) => context.sendToGroup('test', 'hey') },
  '/examine-reconnect': { reconnected: (context) => context.send(true) },
  '/async-on-connected': { connected: () => delay(1000) },
  '/add-group': {
    async connected({ groups }) {
      groups.add('test');
      await delay(1000);
      groups.add('test2');
    },
    received: (context) => context.sendToGroup('test2', 'hey'),
  },
};

function sendBoth(context: RawContext<unknown>, text: string): void {
  context.send(`${text}1`);
  context.send(`${text}2`);
}

/** `{"type": 1 join | 2 leave | 3 send, "group", "connectionId"?, "message"?}` */
function changeGroups(context: RawContext<unknown>, text: string): void {
  const { type, group, connectionId, message } = JSON.parse(text) as {
    type: number;
    group: string;
    connectionId?: string;
    message?: string;
  };
  if (type === 1) context.groups.add(group, connectionId);
  if (type === 2) context.groups.remove(group, connectionId);
  if (type === 3) context.sendToGroup(group, message);
}
