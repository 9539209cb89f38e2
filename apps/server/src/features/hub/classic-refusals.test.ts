import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { TestPerson } from '../../testing/test-server.ts';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

interface Asked {
  command: string;
  person?: TestPerson | null;
  query?: Record<string, string>;
  headers?: Record<string, string>;
}

/** A classic request: its status and text. */
async function ask({ command, person = t.me, query = {}, headers = {} }: Asked): Promise<[number, string]> {
  const all = new URLSearchParams({
    transport: 'longPolling',
    clientProtocol: '2.1',
    connectionData: '[{"name":"trackinghub"}]',
    ...query,
  });
  const credentials: Record<string, string> = person ? { authorization: `Bearer ${person.token}` } : {};
  const answer = await fetch(`${t.url}/signalr/${command}?${all.toString()}`, {
    headers: { ...credentials, ...headers },
  });
  return [answer.status, await answer.text()];
}

async function tokenOf(person: TestPerson): Promise<string> {
  const [, text] = await ask({ command: 'negotiate', person });
  return (JSON.parse(text) as { ConnectionToken: string }).ConnectionToken;
}

/** An open connection by WebSockets, and what came over it. */
async function connected(person: TestPerson): Promise<{ socket: WebSocket; texts: string[] }> {
  const query = new URLSearchParams({
    transport: 'webSockets',
    clientProtocol: '1.3',
    connectionData: '[{"name":"trackinghub"}]',
    connectionToken: await tokenOf(person),
    access_token: person.token,
  });
  const socket = new WebSocket(`${t.url.replace('http', 'ws')}/signalr/connect?${query.toString()}`);
  onTestFinished(() => socket.terminate());
  const texts: string[] = [];
  socket.on('message', (data: Buffer) => void texts.push(data.toString()));
  await once(socket, 'open');
  await expect.poll(() => texts.some((text) => text.includes('"S":1'))).toBe(true);
  return { socket, texts };
}

test('requests are refused with the original’s texts', async () => {
  const { team } = t.stint.people;
  const connectionToken = await tokenOf(t.me);
  expect(await ask({ command: 'negotiate', query: { connectionData: '[{"name":"chat"}]' } })).toEqual([
    404,
    "'chat' Hub could not be resolved.",
  ]);
  expect(await ask({ command: 'connect' })).toEqual([400, 'Protocol error: Missing connection token.']);
  expect(await ask({ command: 'connect', query: { connectionToken: 'x' } })).toEqual([
    400,
    'The ConnectionId is in the incorrect format.',
  ]);
  expect(await ask({ command: 'connect', query: { transport: 'pigeon' } })).toEqual([
    400,
    'Protocol error: Unknown transport.',
  ]);
  expect(await ask({ command: 'connect', person: team, query: { connectionToken } })).toEqual([
    403,
    'Unrecognized user identity.  The user identity cannot change during an active SignalR connection.',
  ]);
  expect((await ask({ command: 'connect', person: null, query: { connectionToken } }))[0]).toBe(401);
  const origin = 'https://evil.example.com';
  expect((await ask({ command: 'negotiate', headers: { origin } }))[0]).toBe(403);
});

test('frames that are wrong are answered or passed over, and one that is too long ends its own connection alone', async () => {
  const [bad, other] = [await connected(t.me), await connected(t.stint.people.team)];
  const answerTo = async (frame: Record<string, unknown> & { I: number }) => {
    bad.socket.send(JSON.stringify(frame));
    const find = () => bad.texts.find((text) => text.includes(`"I":"${frame.I}"`));
    await expect.poll(find).toBeDefined();
    return JSON.parse(String(find())) as { E?: string };
  };
  for (const nonsense of ['', 'x', '[]', '{}', '{"H":1,"M":2}', '{"H":"trackinghub","M":"current"']) {
    bad.socket.send(nonsense);
  }
  expect(await answerTo({ H: 'chat', M: 'current', I: 1 })).toMatchObject({
    E: "'chat' Hub could not be resolved.",
  });
  expect(await answerTo({ H: 'trackinghub', M: 'nothing', I: 2 })).toMatchObject({
    E: "'nothing' method could not be resolved. No method found with that name.",
  });
  expect((await answerTo({ H: 'trackinghub', M: 'latest', A: [-1], I: 3 })).E).toMatch(/\$count/);
  expect(await answerTo({ H: 'trackinghub', M: 'current', I: 4 })).toHaveProperty('R.track');
  const closed = once(bad.socket, 'close');
  bad.socket.send(JSON.stringify({ H: 'trackinghub', M: 'adjust', A: ['x'.repeat(70_000)], I: 5 }));
  await closed;
  expect(other.socket.readyState).toBe(WebSocket.OPEN);
  expect(other.texts.join('')).not.toContain('"I"');
  other.socket.send('{"H":"trackinghub","M":"ping","I":9}');
  await expect.poll(() => other.texts.join('')).toContain('"I":"9"');
});
