import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { officialClient } from '../testing/official-client.ts';
import { readArguments } from './arguments.ts';
import { startTestHost, type TestHost } from './start.ts';

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ port: 0, log: () => {} });
});
afterAll(() => host.stop());

test('its hub answers, follows redirects, keeps cookies and is told who may not connect', async () => {
  const client = officialClient(`${host.address}/redirect?baseUrl=${host.address}`);
  await client.start();
  expect(await client.invoke('Echo', '你好')).toBe('你好');
  expect(await client.invoke('GetNumRedirects')).toBe(1);
  expect(await client.invoke('GetCookie', 'testCookie')).toBe('testValue');
  expect(await client.invoke('GetCookie', 'expiredCookie')).toBeNull();
  await expect(client.invoke('ThrowException', 'boom')).rejects.toThrow(
    "An unexpected error occurred invoking 'ThrowException' on the server. InvalidOperationException: boom",
  );
  client.on('Result', () => 10);
  expect(await (await fetch(`${host.address}/clientresult/${client.connectionId}`)).text()).toBe('10');
  await client.stop();
});

test('a hub that fails to open says why', async () => {
  const client = officialClient(`${host.address}/uncreatable`);
  const closed = new Promise<Error | undefined>((resolve) => {
    client.onclose(resolve);
  });
  // Either the start fails or the connection is closed after it.
  const told = await client.start().then(
    () => closed,
    (error: Error) => error,
  );
  expect(told?.message).toContain("activate 'FunctionalTests.UncreatableHub'");
});

test('a hub without WebSockets is reached by other transports', async () => {
  const client = officialClient(`${host.address}/testhub-nowebsockets`);
  await client.start();
  expect(await client.invoke('GetActiveTransportName')).toBe('ServerSentEvents');
  await client.stop();
  const refused = new HubConnectionBuilder()
    .withUrl(`${host.address}/testhub-nowebsockets`, {
      transport: HttpTransportType.WebSockets,
      skipNegotiation: true,
    })
    .configureLogging(LogLevel.None)
    .build();
  await expect(refused.start()).rejects.toThrow();
});

test('the authorized hub wants one of its tokens', async () => {
  const token = await (await fetch(`${host.address}/generateJwtToken`)).text();
  const client = officialClient(`${host.address}/authorizedhub`, { token });
  await client.start();
  expect(await client.invoke('Echo', 'in')).toBe('in');
  await client.stop();
  await expect(
    officialClient(`${host.address}/authorizedhub`, { token: `${token}x` }).start(),
  ).rejects.toThrow('401');
});

test('the echo answers raw sockets, and closes with the code of ASP.NET Core', async () => {
  const socket = new WebSocket(`${host.address.replace('http', 'ws')}/echo`, {
    headers: { cookie: 'testCookie=x' },
  });
  const echoed = await new Promise((resolve) => {
    socket.once('open', () => socket.send('message'));
    socket.once('message', (data: Buffer) => resolve(data.toString()));
  });
  expect(echoed).toBe('message');
  const code = await new Promise((resolve) => {
    socket.once('close', resolve);
    socket.close();
  });
  expect(code).toBe(1000);
});

test('the port is read from the command line', () => {
  expect(readArguments(['--port', '0'])).toEqual({ port: 0 });
  expect(() => readArguments(['--port', '70000'])).toThrow('--port 70000');
  expect(() => readArguments(['--port', 'x'])).toThrow('--port x');
});
