import { expect, test } from 'vitest';
import { type Backplane, inProcessBackplanes } from './backplane.ts';
import type { ClientCall } from './client-call.ts';
import type { LiveConnection } from './connection.ts';
import { defineHub } from './definition.ts';
import { createHubLayer } from './layer.ts';
import { defaultLimits } from './limits.ts';

/** One process with a hub, and connections that note what they are sent. */
function server(backplane: Backplane | null) {
  const layer = createHubLayer<string>({
    hubs: [defineHub({ name: 'Chat', methods: {} })],
    backplane,
    limits: { ...defaultLimits, answerTimeout: 20 },
    log: () => {},
  });
  const hub = layer.hubNamed('chat');
  if (hub === null) throw new Error('no hub');
  const join = (id: string, userId: string, ask?: (call: ClientCall) => Promise<unknown>) => {
    const heard: unknown[] = [];
    hub.members.add({
      id,
      userId,
      deliver: ({ method, args }: ClientCall) => heard.push([method, ...args]),
      ...(ask === undefined ? {} : { ask }),
    } as unknown as LiveConnection<string>);
    return heard;
  };
  return { layer, hub, join };
}

test('a call reaches the clients of all processes once each, in order', () => {
  const backplane = inProcessBackplanes();
  const [one, two] = [server(backplane()), server(backplane())];
  const [here, there] = [one.join('c1', 'ann'), two.join('c2', 'ann')];
  one.hub.clients.all.send('first', 1);
  one.hub.clients.user('ann').send('second', { deep: [2] });
  one.hub.clients.user('bob').send('never');
  one.hub.clients.except(['c2']).send('third');
  expect(here).toEqual([['first', 1], ['second', { deep: [2] }], ['third']]);
  expect(there).toEqual([
    ['first', 1],
    ['second', { deep: [2] }],
  ]);
});

test('a connection of another process joins and leaves a group', () => {
  const backplane = inProcessBackplanes();
  const [one, two] = [server(backplane()), server(backplane())];
  const there = two.join('c2', 'ann');
  one.hub.groups.add('c2', 'red');
  one.hub.clients.group('red').send('hello');
  one.hub.groups.remove('c2', 'red');
  one.hub.clients.group('red').send('never');
  expect(there).toEqual([['hello']]);
});

test('a client of another process answers, with a result or an error', async () => {
  const backplane = inProcessBackplanes();
  const [one, two] = [server(backplane()), server(backplane())];
  two.join('c2', 'ann', async ({ args }) => {
    if (args[0] === 'bad') throw new Error('I will not.');
    return ['heard', ...args];
  });
  expect(await one.hub.clients.client('c2').invoke('ask', 1)).toEqual(['heard', 1]);
  await expect(one.hub.clients.client('c2').invoke('ask', 'bad')).rejects.toThrow('I will not.');
});

test('who is asked and is nowhere does not keep the asker waiting', async () => {
  await expect(server(null).hub.clients.client('c9').invoke('ask')).rejects.toThrow(
    "Connection 'c9' does not exist.",
  );
  const alone = server(inProcessBackplanes()());
  await expect(alone.hub.clients.client('c9').invoke('ask')).rejects.toThrow('did not answer in time');
});

test('a connection is sent what is for its hub only', () => {
  const layer = createHubLayer<string>({
    hubs: [defineHub({ name: 'one', methods: {} }), defineHub({ name: 'two', methods: {} })],
    backplane: null,
    limits: defaultLimits,
    log: () => {},
  });
  const heard: unknown[] = [];
  layer.hubNamed('one')?.members.add({
    id: 'c1',
    userId: 'ann',
    deliver: ({ method }: ClientCall) => heard.push(method),
  } as unknown as LiveConnection<string>);
  layer.hubNamed('two')?.clients.all.send('never');
  layer.hubNamed('ONE')?.clients.all.send('hello');
  expect(heard).toEqual(['hello']);
});
