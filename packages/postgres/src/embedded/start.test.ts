import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killHard, startHolder } from '../testing/fixtures/holder-process.ts';
import { query } from '../testing/fixtures/query.ts';
import { until } from '../testing/until.ts';
import { blockedFolder, serverAccount } from './account.ts';
import { DataDirectoryInUseError } from './errors.ts';
import { layoutOf } from './layout.ts';
import { findPostmaster } from './postmaster.ts';
import { identify } from './process-identity.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts';

let base: string;
let running: EmbeddedPostgres[];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'stint-launcher-'));
  chmodSync(base, 0o711);
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(base, { recursive: true, force: true });
});

/** Without waiting for the disk unless asked: what these tests kill are processes, not the machine. */
async function start(
  dataDirectory: string,
  settings: Readonly<Record<string, string>> = { fsync: 'off' },
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory, settings });
  running.push(server);
  return server;
}

function postmasterPid(dataDirectory: string): number {
  const pid = findPostmaster(layoutOf(dataDirectory))?.process.pid;
  if (pid === undefined) throw new Error('No server runs.');
  return pid;
}

async function count(server: EmbeddedPostgres): Promise<number | undefined> {
  const rows = await query<{ n: number }>(server.connection, 'select count(*)::int as n from kept');
  return rows[0]?.n;
}

describe('startEmbeddedPostgres', () => {
  it('makes a durable UTF-8 cluster with checksums and a collation of its own, without a TCP port', async () => {
    const server = await start(join(base, 'data'), {});
    const rows = await query(
      server.connection,
      `select current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as addresses,
              current_setting('server_version_num')::int / 10000 as major, datlocprovider as provider,
              datlocale as locale, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    );
    expect(rows).toEqual([
      {
        checksums: 'on',
        fsync: 'on',
        commit: 'on',
        addresses: '',
        major: 18,
        provider: 'b',
        locale: 'C.UTF-8',
        encoding: 'UTF8',
      },
    ]);
  });

  it('connects as the owner, who is no superuser and may act as the application role', async () => {
    const server = await start(join(base, 'data'));
    const rows = await query(
      server.connection,
      `select current_user as login, rolsuper, rolcreaterole, pg_has_role('stint_app', 'SET') as may_act,
              (select rolcanlogin from pg_roles where rolname = 'stint_app') as app_may_login
       from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([
      { login: 'stint', rolsuper: false, rolcreaterole: false, may_act: true, app_may_login: false },
    ]);
  });

  it('keeps what was written when it is stopped and started again', async () => {
    const first = await start(join(base, 'data'));
    await query(first.connection, 'create table kept as select 1 as id');
    await first.stop();
    expect(existsSync(join(base, 'data', 'postgres', 'postmaster.pid'))).toBe(false);
    const second = await start(join(base, 'data'));
    expect(second.adopted).toBe(false);
    expect(await count(second)).toBe(1);
  });

  it('runs as an account without rights, in directories closed to others', async () => {
    await start(join(base, 'data'));
    const status = readFileSync(`/proc/${postmasterPid(join(base, 'data'))}/status`, 'utf8');
    expect(Number(/^Uid:\s+(\d+)/m.exec(status)?.[1])).not.toBe(0);
    // The one right to pass through folders is there only where the checkout itself is closed to the account.
    const isClosed = blockedFolder(import.meta.dirname, serverAccount(base)) !== undefined;
    expect(/^CapEff:\s+(\w+)/m.exec(status)?.[1]).toBe(isClosed ? '0000000000000004' : '0000000000000000');
    for (const name of ['postgres', 'run'])
      expect(statSync(join(base, 'data', name)).mode & 0o777).toBe(0o700);
  });

  it('works below a folder that only root may enter', async () => {
    const closed = join(base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const server = await start(join(closed, 'data'));
    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('puts the socket into a short private folder when the path of the data directory is too long', async () => {
    const deep = join(base, 'd'.repeat(60), 'e'.repeat(60));
    const server = await start(deep);
    const { host } = server.connection;
    expect(host).toMatch(/^\/tmp\/stint-/);
    expect(statSync(host).mode & 0o777).toBe(0o700);
    await server.stop();
    expect(existsSync(host)).toBe(false);
    const again = await start(deep);
    expect(await query(again.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses a directory that another process uses, and says which', async () => {
    const holder = await startHolder(join(base, 'data'));
    const refused = await start(join(base, 'data')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DataDirectoryInUseError);
    expect(refused).toMatchObject({ pid: holder.pid, message: expect.stringContaining(join(base, 'data')) });
    await killHard(holder);
    const taken = await start(join(base, 'data'));
    expect(taken.adopted).toBe(true);
  });

  it('refuses a second start in the same process', async () => {
    await start(join(base, 'data'));
    await expect(start(join(base, 'data'))).rejects.toThrow(DataDirectoryInUseError);
  });

  it('takes over the server of a killed process and stops it for good', async () => {
    const holder = await startHolder(join(base, 'data'));
    const pid = postmasterPid(join(base, 'data'));
    await killHard(holder);
    const server = await start(join(base, 'data'));
    expect(server.adopted).toBe(true);
    expect(postmasterPid(join(base, 'data'))).toBe(pid);
    await server.stop();
    expect(identify(pid)).toBeUndefined();
    expect(readdirSync(join(base, 'data')).filter((name) => name.startsWith('postgres.lock'))).toEqual([]);
  });

  it('starts again when both the server and its process were killed', async () => {
    const holder = await startHolder(join(base, 'data'));
    await killHard(holder);
    process.kill(postmasterPid(join(base, 'data')), 'SIGKILL');
    const server = await start(join(base, 'data'));
    expect(server.adopted).toBe(false);
    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('starts a killed server again by itself, with every committed row', async () => {
    const server = await start(join(base, 'data'));
    await query(server.connection, 'create table kept as select generate_series(1, 1000) as id');
    for (let round = 0; round < 3; round += 1) {
      const before = postmasterPid(join(base, 'data'));
      process.kill(before, 'SIGKILL');
      await until(() =>
        count(server).then(
          (rows) => rows === 1000 && postmasterPid(join(base, 'data')) !== before,
          () => false,
        ),
      );
    }
    expect(await count(server)).toBe(1000);
  });

  it('is not misled by a postmaster.pid whose process id another program has now', async () => {
    const server = await start(join(base, 'data'));
    await server.stop();
    writeFileSync(
      join(base, 'data', 'postgres', 'postmaster.pid'),
      `${process.pid}\n${join(base, 'data', 'postgres')}\n1\n5432\n${join(base, 'data', 'run')}\n\n0 0\nready\n`,
    );
    const again = await start(join(base, 'data'));
    expect(again.adopted).toBe(false);
  });

  it('tells in one line why a directory cannot be used', async () => {
    writeFileSync(join(base, 'file'), '');
    await expect(start(join(base, 'file', 'data'))).rejects.toThrow(
      /^The data directory .*file\/data cannot be made: [^\n]+$/,
    );
    mkdirSync(join(base, 'other', 'postgres'), { recursive: true });
    writeFileSync(join(base, 'other', 'postgres', 'PG_VERSION'), '15\n');
    await expect(start(join(base, 'other'))).rejects.toThrow(
      /belongs to PostgreSQL 15, this program brings 18[^\n]+$/,
    );
  });

  it('tells in one line why the server ends instead of starting', async () => {
    const broken = startEmbeddedPostgres({
      dataDirectory: join(base, 'data'),
      settings: { fsync: 'off', work_mem: 'plenty' },
    });
    await expect(broken).rejects.toThrow(
      /^PostgreSQL did not start: invalid value for parameter "work_mem": "plenty"$/,
    );
  });
});
