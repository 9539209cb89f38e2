import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStage } from './testing/stage.ts';

// Each step waits for what it looks at; this only ends a test that would wait for ever.
vi.setConfig({ testTimeout: 180_000 });

const desktop = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stint-packed-'));
let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what is packed into the installers starts and pairs with nothing around it', async () => {
  const script = join(desktop, '../../scripts/desktop-package.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--stage', join(folder, 'app')], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  const { name, main, version, desktopName } = JSON.parse(
    readFileSync(join(folder, 'app/package.json'), 'utf8'),
  ) as { name: string; main: string; version: string; desktopName: string };
  expect([name, desktopName]).toEqual(['stint-desktop', 'stint.desktop']);
  expect(existsSync(join(folder, 'app', main))).toBe(true);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  // Elsewhere, so that no package of the clone is found by accident.
  cpSync(join(folder, 'app'), join(folder, 'elsewhere'), { recursive: true });
  await stage.start(join(folder, 'elsewhere'));
  await stage.pair();
});
