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
