import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../screenshots/', import.meta.url));

/** Whether somebody wants to look at the screens: `STINT_PICTURES=1 npm test -- apps/desktop` keeps them all. */
export const arePicturesWanted = process.env['STINT_PICTURES'] === '1';

/** Keeps a picture of a page in `apps/desktop/screenshots` where pictures are wanted. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!arePicturesWanted) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png` });
}
