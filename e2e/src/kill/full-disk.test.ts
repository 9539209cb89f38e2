import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataDirectory, query } from './data-directory.ts';
import { type Installation, install } from './installation.ts';

const canMount = tryMount();
let dataDirectory: string;
let installation: Installation;

beforeAll(async () => {
  if (!canMount) return;
  dataDirectory = newDataDirectory();
  mountSmallDisk(dataDirectory);
  installation = await install(dataDirectory);
});

afterAll(async () => {
  if (!canMount) return;
  await installation.stint().stop();
  unmount(dataDirectory);
});

describe('a full disk', () => {
  it.skipIf(!canMount)(
    'refuses writes with 503 and is over when there is space again (needs the right to mount)',
    async () => {
      const kept = new Set<string>();
      const filler = join(dataDirectory, 'filler');
      fill(filler);
      const statuses = new Set<number>();
      while (!statuses.has(503)) statuses.add(await addBatch(kept));
      for (let round = 0; round < 5; round += 1) statuses.add(await addBatch(kept));
      expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);

      rmSync(filler);
      while ((await addBatch(kept)) !== 200) await sleep(50);
      const rows = await query<{ comment: string }>(dataDirectory, 'select comment from work_log');
      expect(rows.map(({ comment }) => comment).toSorted()).toEqual([...kept].toSorted());
    },
  );
});

/** Whether this machine lets us make a disk in memory. */
function tryMount(): boolean {
  const directory = newDataDirectory();
  try {
    mountSmallDisk(directory);
    unmount(directory);
    return true;
  } catch {
    rmSync(directory, { recursive: true, force: true });
    return false;
  }
}

function mountSmallDisk(directory: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m,mode=0711', 'tmpfs', directory], {
    stdio: 'ignore',
  });
}

function unmount(directory: string): void {
  execFileSync('umount', [directory]);
  rmSync(directory, { recursive: true });
}

/** Writes a file until nothing more fits on its disk. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (const chunk of [Buffer.alloc(1024 * 1024), Buffer.alloc(4096)]) {
      try {
        for (;;) writeSync(file, chunk);
      } catch {
        // Full for pieces of this size.
      }
    }
  } finally {
    closeSync(file);
  }
}

/** Adds worklogs whose comments cannot be compressed; notes those that were acknowledged. */
async function addBatch(kept: Set<string>): Promise<number> {
  const worklogs = Array.from({ length: 200 }, () => ({
    timestamp: '2026-03-09T09:30:00',
    length: 60,
    comment: randomBytes(600).toString('base64'),
  }));
  const answer = await fetch(`${installation.address}/api/rest/workLogs/batch?api-version=3.2`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${installation.tokens.administrator}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(worklogs),
  });
  await answer.arrayBuffer();
  if (answer.status === 200) for (const { comment } of worklogs) kept.add(comment);
  return answer.status;
}
