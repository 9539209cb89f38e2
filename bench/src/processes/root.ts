import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A new folder on the disk the checkout lies on: temporary folders may be in memory, where nothing is durable. Others may
 * pass through it, as the embedded server's account must.
 */
export function newFolder(): string {
  const parent = join(root, '.cache');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bench-'));
  chmodSync(folder, 0o711);
  return folder;
}
