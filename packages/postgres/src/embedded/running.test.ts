import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killHard, startHolder } from '../testing/fixtures/holder-process.ts';
import { query } from '../testing/fixtures/query.ts';
import { connectToRunning } from './running.ts';
import { startEmbeddedPostgres } from './start.ts';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'stint-running-'));
  chmodSync(base, 0o711);
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('connectToRunning', () => {
  it('finds nothing where no process holds the directory', async () => {
    expect(await connectToRunning(join(base, 'nothing'))).toBeUndefined();
    const server = await startEmbeddedPostgres({ dataDirectory: base, settings: { fsync: 'off' } });
    await server.stop();
    expect(await connectToRunning(base)).toBeUndefined();
  });

  it('works beside the process that runs the server, and leaves it running', async () => {
    const holder = await startHolder(base);
    const connection = await connectToRunning(base);
    if (connection === undefined) throw new Error('the running server was not found');
    expect(await query(connection, 'select current_user as login')).toEqual([{ login: 'stint' }]);
    expect(await connectToRunning(base)).toEqual(connection);
    await killHard(holder);
    expect(await connectToRunning(base)).toBeUndefined();
    const adopted = await startEmbeddedPostgres({ dataDirectory: base });
    expect(adopted.adopted).toBe(true);
    await adopted.stop();
  });
});
