import { expect, test } from 'vitest';
import { wireClient } from '../classic/testing/wire-client.ts';
import { startTestHost } from './start.ts';

async function withHost(run: (address: string) => Promise<void>): Promise<void> {
  const host = await startTestHost({ port: 0, log: () => {} });
  try {
    await run(host.address);
  } finally {
    await host.stop();
  }
}

test('the hubs that the suite of the classic clients names are there, with their methods', () =>
  withHost(async (address) => {
    const script = await (await fetch(`${address}/signalr/js`)).text();
    for (const name of [
      'demo',
      'StatusHub',
      'echoHub',
      'groupChat',
      'onConnectedBufferHub',
      'redirectTestHub',
    ])
      expect(script).toContain(`["${name}",[`);
    const socket = await (await wireClient(address, { hubs: ['demo'] })).socket();
    await socket.next();
    socket.send('{"H":"demo","M":"overload","A":[6],"I":0}');
    expect(await socket.next()).toBe('{"R":6,"I":"0"}');
    socket.send('{"H":"demo","M":"SynchronousException","I":1}');
    expect(await socket.next()).toBe(`{"I":"1","E":"Exception of type 'System.Exception' was thrown."}`);
  }));

test('details of faults are told at one address only', () =>
  withHost(async (address) => {
    const client = await wireClient(address, { hubs: ['demo'], path: '/signalr2/test' });
    const socket = await client.socket();
    await socket.next();
    socket.send('{"H":"demo","M":"SynchronousException","I":1}');
    expect(await socket.next()).toContain(
      "There was an error invoking Hub method 'demo.SynchronousException'.",
    );
  }));

test('raw connections, redirections and wrong answers are there', () =>
  withHost(async (address) => {
    const raw = await wireClient(address, { hubs: [], path: '/echo' });
    const socket = await raw.socket();
    await socket.next();
    socket.send('hello');
    expect(await socket.next()).toContain('"M":["hello"]');
    const json = async (path: string) => (await fetch(`${address}${path}`)).json();
    expect(await json('/redirect/negotiate?clientProtocol=2.1')).toEqual({
      ProtocolVersion: '2.0',
      RedirectUrl: `${address}/redirect2`,
      AccessToken: 'TestToken',
    });
    expect(await json('/negotiate-error/negotiate?clientProtocol=2.1')).toHaveProperty('Error');
    const altered = await fetch(`${address}/statusCodeConnection/ping?alterWhen=ping&statusCode=401`);
    expect(altered.status).toBe(401);
  }));
