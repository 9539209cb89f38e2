import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { officialClient } from '../testing/official-client.ts';

const file = fileURLToPath(new URL('chat.ts', import.meta.url));
const readme = new URL('../../README.md', import.meta.url);

test('the README shows the example', () => {
  expect(readFileSync(readme, 'utf8')).toContain(`\`\`\`ts\n${readFileSync(file, 'utf8')}\`\`\``);
});

test('the example runs by itself, and two people talk in a room', async () => {
  const port = await freePort();
  const server = spawn(process.execPath, [file, String(port)], { stdio: 'inherit' });
  try {
    const url = `http://127.0.0.1:${port}/signalr/chat`;
    await eventually(async () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    );
    const [ann, bob] = [officialClient(url), officialClient(url, { token: 'bob' })];
    const heard: unknown[] = [];
    bob.on('said', (...said) => heard.push(said));
    await Promise.all([ann.start(), bob.start()]);
    await bob.invoke('join', 'kitchen');
    await ann.invoke('say', 'kitchen', 'Tea?');
    await ann.invoke('say', 'cellar', 'Nobody there?');
    await ann.invoke('say', 'kitchen', 'Or coffee?');
    await eventually(() => heard.length === 2);
    expect(heard).toEqual([
      ['ann', 'Tea?'],
      ['ann', 'Or coffee?'],
    ]);
    await Promise.all([ann.stop(), bob.stop()]);
  } finally {
    server.kill();
  }
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
