import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';
import { wireClient } from './testing/wire-client.ts';

test('JSONP is answered everywhere, and polls carry no spaces then', async () => {
  await using served = await serve({ hubs: [testHub()], classic: { keepAlive: 20, connectionTimeout: 100 } });
  const client = await wireClient(served.address, { transport: 'longPolling' });
  const got = async (command: string, query: Record<string, string> = {}) => {
    const answer = await client.get(command, { callback: 'jQuery1._2', ...query });
    expect(answer.headers.get('content-type')).toBe('application/javascript; charset=UTF-8');
    const script = await answer.text();
    expect(script).toMatch(/^jQuery1\._2\(.*\);$/);
    const values: unknown[] = [];
    runInNewContext(script, { jQuery1: { _2: (value: unknown) => values.push(value) } });
    return JSON.parse(JSON.stringify(values[0])) as Record<string, unknown>;
  };
  expect(await got('negotiate')).toMatchObject({ ProtocolVersion: '2.0' });
  expect(await got('ping')).toEqual({ Response: 'pong' });
  const { C: messageId } = await got('connect');
  expect(await got('start')).toEqual({ Response: 'started' });
  expect(await got('send', { data: '{"H":"test","M":"echo","A":["\u2028"],"I":0}' })).toEqual({
    R: '\u2028',
    I: '0',
  });
  expect(await got('poll', { messageId: String(messageId) })).toEqual({ C: messageId, M: [] });
});

test('a script of another site is not answered in the name of a cookie', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const asked = async (headers: Record<string, string>) => {
    const all = { authorization: 'Bearer ann', ...headers };
    return (await fetch(`${served.address}/signalr/negotiate?callback=f`, { headers: all })).status;
  };
  expect(await asked({ 'sec-fetch-site': 'cross-site', cookie: 'session=1' })).toBe(403);
  expect(await asked({ 'sec-fetch-site': 'cross-site' })).toBe(200);
  expect(await asked({ 'sec-fetch-site': 'same-origin', cookie: 'session=1' })).toBe(200);
});
