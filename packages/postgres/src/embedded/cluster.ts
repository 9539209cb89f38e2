import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { administratorRole } from '../roles.ts';
import type { Account } from './account.ts';
import { type Binaries, majorVersion } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { type Layout, makePrivate } from './layout.ts';
import { faultLine } from './fault-line.ts';
import type { RunAs } from './run-as.ts';

/** What is needed to make and check a cluster. */
export interface ClusterTools {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly runAs: RunAs;
  /** False where the data may be lost with the machine: the first start need not wait for the disk. */
  readonly durable: boolean;
}

function initdb(tools: ClusterTools, directory: string): Promise<{ code: number | null; output: string }> {
  const command = tools.runAs(tools.binaries.initdb, [
    `--pgdata=${directory}`,
    `--username=${administratorRole}`,
    '--encoding=UTF8',
    // The collation comes with PostgreSQL itself, so indexes on disk never depend on the machine's ICU or libc.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--auth=peer',
    ...(tools.durable ? [] : ['--no-sync']),
  ]);
  return new Promise((resolve, reject) => {
    const child = spawn(command.program, command.args, {
      ...command.options,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      cwd: '/',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = (output + text).slice(-10_000);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

async function create(tools: ClusterTools, layout: Layout): Promise<void> {
  // Made beside its place and moved there whole, so a start cut short leaves no half-made cluster.
  const draft = `${layout.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  makePrivate(draft, tools.account);
  const { code, output } = await initdb(tools, draft);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new EmbeddedPostgresError(
      `PostgreSQL could not make its files in ${layout.cluster}: ${faultLine(output)}`,
    );
  }
  renameSync(draft, layout.cluster);
}

function checkVersion(layout: Layout): void {
  let version: string;
  try {
    version = readFileSync(join(layout.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new EmbeddedPostgresError(
      `${layout.cluster} is not a readable PostgreSQL cluster: ${error instanceof Error ? error.message : ''}`,
    );
  }
  if (version === majorVersion) return;
  throw new EmbeddedPostgresError(
    `${layout.cluster} belongs to PostgreSQL ${version}, this program brings ${majorVersion}; restore a backup into a new data directory.`,
  );
}

/** Writes who may connect: through the socket only, this process' account, the server's account and root. */
function writeAccessRules(tools: ClusterTools, layout: Layout): void {
  const names = new Set([userInfo().username, tools.account.name, 'root']);
  const files = {
    'pg_hba.conf': 'local all all peer map=launcher\n',
    'pg_ident.conf': [...names].map((name) => `launcher "${name}" all\n`).join(''),
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(layout.cluster, name);
    writeFileSync(path, content, { mode: 0o600 });
    if (process.getuid?.() === 0) chownSync(path, tools.account.uid, tools.account.gid);
  }
}

/**
 * Makes the cluster on the first start and checks that it fits later ones.
 * @throws EmbeddedPostgresError for a full disk, missing rights or another major version, in one line.
 */
export async function prepareCluster(tools: ClusterTools, layout: Layout): Promise<void> {
  if (!existsSync(layout.cluster)) await create(tools, layout);
  checkVersion(layout);
  writeAccessRules(tools, layout);
}
