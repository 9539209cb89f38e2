import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesktopRelease } from '@stint/contract';
import { DamagedFileError } from '../../core/updates/update-flow.ts';
import { fullDisk } from '../files.ts';

/** How long a server may take for a whole file. */
const LOAD_MILLISECONDS = 30 * 60_000;

/** Loads a release into a folder of its own and gives its path. Rejects with DamagedFileError, DiskFullError or what `fetch` throws. */
export async function loadRelease(
  folder: string,
  url: string,
  release: DesktopRelease,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LOAD_MILLISECONDS) });
  if (answer.status !== 200 || answer.body === null) throw new TypeError(`${url} answered ${answer.status}`);
  const file = await open(pathOf(folder, release), 'wx', 0o600);
  try {
    let size = 0;
    for await (const part of answer.body) {
      size += part.byteLength;
      // Nobody fills the disk with more than was signed.
      if (size > release.size) throw new DamagedFileError();
      await file.write(part).catch(fullDisk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await checkedRelease(folder, release);
}

/** The path of a loaded release. Rejects with DamagedFileError, and removes the file, when it is not the one that was signed. */
export async function checkedRelease(folder: string, release: DesktopRelease): Promise<string> {
  const path = pathOf(folder, release);
  const hash = createHash('sha512');
  let size = 0;
  for await (const part of createReadStream(path)) {
    size += (part as Buffer).byteLength;
    hash.update(part as Buffer);
  }
  if (size === release.size && hash.digest('hex') === release.sha512) return path;
  await rm(path, { force: true });
  throw new DamagedFileError();
}

function pathOf(folder: string, { file }: DesktopRelease): string {
  return join(folder, file);
}
