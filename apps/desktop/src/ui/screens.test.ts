import { afterAll, beforeAll, expect, test } from 'vitest';
import { arePicturesWanted, keepPicture } from '../testing/pictures.ts';
import { expectAccessible, expectUncut } from './testing/checks.ts';
import { sampleView } from './testing/sample-view.ts';
import { type Screen, screens } from './testing/screens.ts';
import { openStage } from './testing/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

type Opened = Awaited<ReturnType<typeof stage.open>>;

const THEMES = ['light', 'dark'] as const;
/** By percent: half the width is what a person sees of the same window at 200. */
const SIZES = { 100: { width: 760, height: 520 }, 200: { width: 380, height: 260 } };

async function openScreen({ view, request, buttons = [], sign }: Screen): Promise<Opened> {
  const opened = await stage.open(view);
  const { page } = opened;
  await page.locator('main').first().waitFor();
  if (request) await opened.request(request);
  for (const name of buttons) {
    const exact = page.getByRole('button', { name, exact: true });
    const card = page.getByRole('button', { name: new RegExp(`^${name}`) });
    await exact.or(card).first().click();
  }
  if (sign) await page.locator(`role=${sign}`).first().waitFor();
  return opened;
}

async function wish({ page }: Opened, theme: (typeof THEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-theme="${theme}"]`).waitFor();
}

/** Pictures of the screen in light and dark, at 100 and 200 percent; leaves it as it was. */
async function keepPictures(opened: Opened, name: string): Promise<void> {
  for (const percent of [200, 100] as const) {
    await opened.page.setViewportSize(SIZES[percent]);
    for (const theme of ['dark', 'light'] as const) {
      await wish(opened, theme);
      await keepPicture(opened.page, `${name}-${theme}-${percent}`);
    }
  }
}

test.each(Object.entries(screens))(
  'the screen %s is accessible in light and dark, and fits at 100 and 200 percent in the longest languages',
  async (name, screen) => {
    const opened = await openScreen(screen);
    const { page, show, faults } = opened;
    if (arePicturesWanted) await keepPictures(opened, name);
    for (const theme of THEMES) {
      await wish(opened, theme);
      // The other rules do not know colours.
      await expectAccessible(page, theme === 'dark' ? ['color-contrast'] : undefined);
    }
    for (const [percent, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      for (const language of ['en', 'de', 'pl']) {
        await show({ ...screen.view, settings: { ...screen.view.settings, language } });
        await page.locator(`html[lang="${language}"]`).waitFor();
        await expectUncut(page);
        if (language !== 'en') await keepPicture(page, `${name}-${language}-${percent}`);
      }
    }
    expect(faults).toEqual([]);
  },
);

test.each(['tracking', 'idle', 'long'])('the small bar is accessible and fits: %s', async (name) => {
  const { view } = screens[name] ?? { view: sampleView };
  for (const colorScheme of THEMES) {
    const options = { hash: '#mini', viewport: { width: 360, height: 44 }, colorScheme };
    const { page } = await stage.open(view, options);
    await page.locator('main').waitFor();
    await keepPicture(page, `mini-${name}-${colorScheme}`);
    await expectAccessible(page);
    await expectUncut(page);
  }
});
