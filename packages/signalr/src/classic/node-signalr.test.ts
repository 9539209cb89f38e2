import { Client } from 'node-signalr';
import { expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { serve } from '../testing/serve.ts';
import { classicHub } from './testing/classic-hub.ts';
import { openLine } from '../testing/line.ts';

test('node-signalr does all it can, over a line that is cut', async () => {
  const moments: string[] = [];
  await using served = await serve({
    hubs: [
      {
        ...classicHub(),
        connected: () => moments.push('connected'),
        reconnected: () => moments.push('reconnected'),
        disconnected: () => moments.push('disconnected'),
      },
    ],
  });
  await using line = await openLine(served.address);
  const client = new Client(`${line.address}/signalr`, ['test']);
  client.headers = { authorization: 'Bearer ann' };
  client.reconnectDelayTime = 50;
  const told: unknown[] = [];
  let connects = 0;
  client.connection.hub.on('test', 'told', (value: unknown) => told.push(value));
  client.on('connected', () => {
    connects += 1;
  });
  client.on('error', () => {});
  client.start();
  await eventually(() => connects === 1);

  expect(await client.connection.hub.call('test', 'echo', { text: 'Grüße' })).toEqual({ text: 'Grüße' });
  await expect(client.connection.hub.call('test', 'refuse')).rejects.toThrow('Not today.');
  await expect(client.connection.hub.call('test', 'nothingLikeIt')).rejects.toThrow('could not be resolved');
  await client.connection.hub.call('test', 'join', 'blue');
  client.connection.hub.invoke('test', 'tellGroup', 'blue', 'to blue');
  await eventually(() => told.length === 1);

  await line.cut();
  served.signalr.clients('test').user('ann').send('told', 'missed');
  line.mend();
  await eventually(() => connects === 2);
  served.signalr.clients('test').group('blue').send('told', 'still blue');
  await eventually(() => told.length >= 3);
  expect(told).toEqual(['to blue', 'missed', 'still blue']);

  client.end();
  await eventually(() => served.signalr.connectionCount === 0);
  expect(moments).toEqual(['connected', 'reconnected', 'disconnected']);
});
