import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stint } from '../testing/terminal.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
let folder: string;
let data: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stint-serve-'));
  chmodSync(folder, 0o711);
  data = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: string[]): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    STINT_LOG: 'error',
    STINT_DATA: join(folder, 'unused'),
    STINT_PORT: '1',
  };
  return spawn(process.execPath, [main, 'serve', '--data', data, '--no-demo', ...args], { env });
}

async function ended(child: ChildProcess): Promise<{ code: unknown; err: string }> {
  if (child.stderr === null) throw new Error('the process has no standard error');
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code: code as unknown, err };
}

/** The addresses that the first two lines end with. */
async function announced(child: ChildProcess): Promise<{ address: string; signIn: string }> {
  if (child.stdout === null) throw new Error('the process has no standard output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = String((await lines.next()).value);
  const second = String((await lines.next()).value);
  return {
    address: /^Stint listens at (http:\/\/localhost:\d+)$/.exec(first)?.[1] ?? first,
    signIn: /^Sign in once with (\S+) \(24 hours\)$/.exec(second)?.[1] ?? second,
  };
}

describe('serve', () => {
  test('prints address and sign-in link, is worked beside, refuses a second server, stops when told to', async () => {
    const server = start('--port', '0');
    const exit = ended(server);
    const { address, signIn } = await announced(server);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(signIn.startsWith(`${address}/sign-in#link=`)).toBe(true);

    const env = { STINT_DATA: data };
    const token = await stint(['token', 'create', '--user', 'admin@stint.local', '--name', 'x'], env);
    const me = await fetch(`${address}/api/rest/me?api-version=3.2`, {
      headers: { authorization: `Bearer ${token.text.trim()}` },
    });
    expect(await me.json()).toMatchObject({ data: { user: { uniqueName: 'admin@stint.local' } } });
    expect(await stint(['backup', join(folder, 'backup.gz')], env)).toMatchObject({ code: 0 });

    const second = await ended(start('--port', '0'));
    expect(second.code).toBe(1);
    expect(second.err).toMatch(
      new RegExp(`^The data directory [^\\n]* is in use by process ${server.pid};[^\\n]*\\n$`),
    );

    server.kill('SIGINT');
    server.kill('SIGTERM');
    expect(await exit).toEqual({ code: 0, err: '' });
    expect(existsSync(join(data, 'postgres', 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('tells in one line that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' ? taken?.port : undefined;
    expect(await ended(start('--port', String(port)))).toEqual({
      code: 2,
      err: `Port ${port} is in use by another program: choose one with STINT_PORT or --port.\n`,
    });
    other.close();
  });
});
