import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, startProgram } from '../processes/program.ts';
import { newFolder, root } from '../processes/root.ts';
import { type Figure, milliseconds, within } from '../report/line.ts';

const MOST_MILLISECONDS = 60_000;
const PATIENCE_MILLISECONDS = 300_000;

/**
 * `npm start` on a fresh clone of what is committed, until it serves; npm's cache is as it is, so the first run warms
 * it. The anchor is the installation of the same packages alone, in a clone of its own.
 */
export async function* fresh(): AsyncGenerator<Figure> {
  const folder = newFolder();
  try {
    const anchor = installationTime(join(folder, 'anchor'));
    const checkout = join(folder, 'ours');
    clone(checkout);
    const port = await freePort();
    const program = await startProgram({
      command: 'npm',
      args: ['start', '--', '--port', String(port)],
      cwd: checkout,
      port,
      patience: PATIENCE_MILLISECONDS,
    });
    await program.stop();
    yield {
      name: 'fresh: npm start on a fresh clone',
      ours: milliseconds(program.startedWithin),
      anchor: `${milliseconds(anchor)} (npm install)`,
      ratio: anchor / program.startedWithin,
      target: within(program.startedWithin, MOST_MILLISECONDS),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function clone(folder: string): void {
  execFileSync('git', ['clone', '--quiet', root, folder]);
}

function installationTime(folder: string): number {
  clone(folder);
  const before = performance.now();
  const part = ['--omit=dev', '--workspace=apps/cli', '--workspace=apps/web', '--include-workspace-root'];
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...part], {
    cwd: folder,
    stdio: 'ignore',
  });
  return performance.now() - before;
}
