import type { ClassicWindow } from './jquery-types.ts';

export interface Play {
  readonly url: string;
  readonly transport: string;
  /** By generated proxies, else by raw ones. */
  readonly generated: boolean;
}

/**
 * Does everything a client can do, within a window that has jquery.signalR, and returns what it saw. Runs in pages, so it
 * uses nothing from outside itself.
 */
export async function play({ url, transport, generated }: Play): Promise<unknown> {
  const { $, cutAndPush } = globalThis as unknown as ClassicWindow;
  const until = async (holds: () => boolean) => {
    const last = Date.now() + 15_000;
    while (!holds()) {
      if (Date.now() > last) throw new Error(`Never: ${holds.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const connection = $.hubConnection(url, { useDefaultPath: false });
  connection.qs = { access_token: 'ann' };
  connection.reconnectDelay = 50;
  $.signalR.transports.longPolling.reconnectDelay = 50;
  const hub = generated ? connection.createHubProxies()['test'] : connection.createHubProxy('test');
  if (hub === undefined) throw new Error('No proxy.');
  const told: unknown[] = [];
  const hear = (value: unknown) => void told.push(value);
  if (generated) hub.client['told'] = hear;
  else hub.on('told', hear);
  const call = (method: string, ...args: unknown[]) => {
    const server = generated ? hub.server[method] : undefined;
    return server === undefined ? hub.invoke(method, ...args) : server(...args);
  };
  const failureOf = async (method: string, ...args: unknown[]) => {
    try {
      await call(method, ...args);
      return null;
    } catch (error) {
      const { message, source, data } = error as { message: string; source: unknown; data: unknown };
      return { message, source, data };
    }
  };
  let reconnected = 0;
  let disconnected = false;
  connection.reconnected(() => {
    reconnected += 1;
  });
  connection.disconnected(() => {
    disconnected = true;
  });

  await connection.start({ transport });
  const who = await call('whoAmI');
  const echoed = await call('echo', { text: 'Grüße 👋', list: [1, null, true] });
  await call('tellUser', 'ann', 'pushed');
  await until(() => told.length === 1);
  const refused = await failureOf('refuseWithData');
  const failed = await failureOf('fail');
  const unknown = await failureOf('noSuchMethod');
  const progress: unknown[] = [];
  const worked = await call('work').progress((value) => void progress.push(value));
  await until(() => progress.length === 3);
  hub.state['name'] = 'ann';
  const before = await call('rename', 'bob');
  const { name } = hub.state;
  await call('join', 'blue');
  await call('tellGroup', 'blue', 'to blue');
  await until(() => told.length === 2);

  await cutAndPush(['missed 1', 'missed 2', 'missed 3']);
  await until(() => reconnected === 1 && told.length === 5);
  await call('tellGroup', 'blue', 'still blue');
  await until(() => told.length === 6);
  await call('leave', 'blue');
  await call('tellGroup', 'blue', 'not heard');
  await call('tellUser', 'ann', 'last');
  await until(() => told.includes('last'));

  connection.stop(true);
  await until(() => disconnected);
  return { who, echoed, refused, failed, unknown, worked, progress, before, name, told, reconnected };
}

/** The same for a connection without hubs: echoes, a drop, and a goodbye. */
export async function playRaw({ url, transport }: Omit<Play, 'generated'>): Promise<unknown> {
  const { $, cutAndPush } = globalThis as unknown as ClassicWindow;
  const until = async (holds: () => boolean) => {
    const last = Date.now() + 15_000;
    while (!holds()) {
      if (Date.now() > last) throw new Error(`Never: ${holds.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const connection = $.connection(url);
  connection.reconnectDelay = 50;
  $.signalR.transports.longPolling.reconnectDelay = 50;
  const got: unknown[] = [];
  let ended = false;
  connection.received((data) => void got.push(data));
  connection.disconnected(() => {
    ended = true;
  });
  await connection.start({ transport });
  connection.send('one');
  await until(() => got.length === 1);
  await cutAndPush(['two', { three: 3 }]);
  await until(() => got.length === 3);
  connection.send('four');
  await until(() => got.length === 4);
  connection.stop(true);
  await until(() => ended);
  return got;
}

/** Joins a group, sees its server restarted, and hears the group again. */
export async function playRestart({ url, transport }: Omit<Play, 'generated'>): Promise<unknown> {
  const { $, cutAndPush } = globalThis as unknown as ClassicWindow;
  const until = async (holds: () => boolean) => {
    const last = Date.now() + 15_000;
    while (!holds()) {
      if (Date.now() > last) throw new Error(`Never: ${holds.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const connection = $.hubConnection(url, { useDefaultPath: false });
  connection.qs = { access_token: 'ann' };
  connection.reconnectDelay = 50;
  $.signalR.transports.longPolling.reconnectDelay = 50;
  const hub = connection.createHubProxy('test');
  const told: unknown[] = [];
  let reconnected = false;
  hub.on('told', (value) => void told.push(value));
  connection.reconnected(() => {
    reconnected = true;
  });
  await connection.start({ transport });
  const { id } = connection;
  await hub.invoke('join', 'blue');
  await hub.invoke('tellGroup', 'blue', 'before');
  await until(() => told.length === 1);
  await cutAndPush([]);
  await until(() => reconnected);
  await hub.invoke('tellGroup', 'blue', 'after');
  await until(() => told.length === 2);
  const isSame = connection.id === id;
  connection.stop(true);
  return { told, isSame };
}
