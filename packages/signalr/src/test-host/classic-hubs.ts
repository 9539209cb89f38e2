import { setTimeout as delay } from 'node:timers/promises';
import type { HubContext } from '../hub/context.ts';
import { defineHub, type HubDefinition } from '../hub/definition.ts';
import { demoHub } from './classic-demo-hub.ts';

/** The hubs that the functional suite of the classic clients calls, by the names and methods it expects. */
export function classicHubs(): HubDefinition<unknown>[] {
  return [
    demoHub(),
    statusHub(),
    echoHub(),
    groupChat(),
    groupJoiningHub(),
    connectionDataVerifierHub(),
    onConnectedBufferHub(),
    delayedOnConnectedHub(),
    redirectTestHub(),
    clientCallbackHub(),
    examineHeadersHub(),
    progressHub(),
    dateAsStringHub(),
    validTypedHub(),
  ];
}

const statusHub = () =>
  defineHub<unknown>({
    name: 'StatusHub',
    methods: { ping: ({ clients }) => clients.caller.send('pong') },
    connected: ({ clients, connection }) => clients.all.send('joined', connection.id, clock()),
    reconnected: ({ clients, connection }) => clients.all.send('rejoined', connection.id, clock()),
    disconnected: ({ clients, connection }) => clients.all.send('leave', connection.id, clock()),
  });

const echoHub = () =>
  defineHub<unknown>({
    name: 'echoHub',
    methods: {
      echoCallback: ({ clients }, message) => clients.caller.send('echo', message),
      echoAndDelayCallback: async ({ clients }, message) => {
        clients.caller.send('echo', message);
        await delay(2000);
      },
      echoReturn: (_context, message) => message,
      sendToUser: ({ clients }, userId, message) => clients.user(String(userId)).send('echo', message),
    },
  });

const groupChat = () =>
  defineHub<unknown>({
    name: 'groupChat',
    methods: {
      send: ({ clients }, group, message) => clients.group(String(group)).send('send', message),
      join: ({ groups }, group) => groups.add(String(group)),
      leave: ({ groups }, group) => groups.remove(String(group)),
    },
  });

const groupJoiningHub = () =>
  defineHub<unknown>({
    name: 'groupJoiningHub',
    methods: { pingGroup: ({ clients, connection }) => clients.group(connection.id).send('ping') },
    connected({ clients, groups, connection }) {
      groups.add(connection.id);
      clients.group(connection.id).send('ping');
    },
  });

const connectionDataVerifierHub = () =>
  defineHub<unknown>({
    name: 'connectionDataVerifierHub',
    methods: {
      ping(context) {
        if (verify(context)) context.clients.caller.send('pong');
      },
    },
    connected: verify,
    reconnected: verify,
    disconnected: verify,
  });

function verify({ clients, connection: { query } }: HubContext<unknown>): boolean {
  const names = query.get('connectionData')?.toLowerCase() ?? '';
  if (names.includes('connectiondataverifierhub')) return true;
  clients.caller.send('fail', query.get('connectionData'));
  return false;
}

const onConnectedBufferHub = () =>
  defineHub<unknown>({
    name: 'onConnectedBufferHub',
    methods: { ping: ({ clients }) => clients.caller.send('pong') },
    async connected({ clients }) {
      clients.caller.send('bufferMe', 0);
      clients.caller.send('bufferMe', 1);
      await delay(5000);
    },
  });

const delayedOnConnectedHub = () =>
  defineHub<unknown>({ name: 'delayedOnConnectedHub', methods: {}, connected: () => delay(5000) });

const redirectTestHub = () =>
  defineHub<unknown>({
    name: 'redirectTestHub',
    methods: {
      echoReturn: (_context, message) => message,
      getQueryStringValue: ({ connection }, key) => connection.query.get(String(key)),
      getAccessToken: ({ connection: { query, headers } }) =>
        query.get('access_token') ?? /^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1] ?? null,
    },
  });

const clientCallbackHub = () =>
  defineHub<unknown>({
    name: 'ClientCallbackHub',
    methods: {
      sendOneArgument: ({ clients }) => clients.caller.send('twoArgsMethod', 'arg1'),
      sendArgumentsTypeMismatch: ({ clients }) => clients.caller.send('foo', 'arg1'),
    },
  });

const examineHeadersHub = () =>
  defineHub<unknown>({
    name: 'ExamineHeadersHub',
    methods: {
      send: ({ clients, connection: { headers } }) =>
        clients.caller.send('sendHeader', {
          refererHeader: headers.referer ?? null,
          testHeader: headers['test-header'] ?? null,
        }),
    },
  });

const update = { Percent: 100, Message: 'Progress is 100%' };

const progressHub = () =>
  defineHub<unknown>({
    name: 'progress',
    methods: {
      doLongRunningJob(context, jobName) {
        for (let percent = 0; percent <= 100; percent += 10) context.progress(percent);
        return `${String(jobName)} done!`;
      },
      sendProgressAfterMethodReturn(context) {
        void delay(50).then(() =>
          context.clients.caller.send('sendProgressAfterMethodReturnResult', isLate(context)),
        );
      },
      reportProgressInt: (context) => context.progress(100),
      reportProgressString: (context) => context.progress('Progress is 100%'),
      reportProgressTyped: (context) => context.progress(update),
      reportProgressDynamic: (context) => context.progress(update),
    },
  });

function isLate(context: HubContext<unknown>): boolean {
  try {
    context.progress(100);
    return false;
  } catch {
    return true;
  }
}

const dateAsStringHub = () =>
  defineHub<unknown>({
    name: 'dateAsStringHub',
    methods: {
      invoke({ clients }, value) {
        clients.caller.send('callback', value);
        return value;
      },
    },
  });

const validTypedHub = () =>
  defineHub<unknown>({
    name: 'validTypedHub',
    methods: {
      echo: ({ clients }, message) => clients.caller.send('echo', message),
      ping: ({ clients }) => clients.caller.send('ping'),
    },
  });

function clock(): string {
  return new Date().toISOString();
}
