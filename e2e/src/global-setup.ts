import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that tells workers where templates of installations are kept while the tests run. */
export const TEMPLATES = 'STINT_TEST_TEMPLATES';

/** vitest: gives a folder for templates of installations, since workers end without a chance to tidy up. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-templates-'));
  process.env[TEMPLATES] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
