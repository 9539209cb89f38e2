import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleView } from './testing/sample-view.ts';
import { type Screen, screens } from './testing/screens.ts';
import { openStage, type StagePage } from './testing/stage.ts';

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function openScreen({ view, request, buttons = [] }: Screen): Promise<StagePage> {
  const opened = await stage.open(view);
  await opened.page.locator('main').first().waitFor();
  if (request) await opened.request(request);
  for (const name of buttons) {
    const exact = opened.page.getByRole('button', { name, exact: true });
    const card = opened.page.getByRole('button', { name: new RegExp(`^${name}`) });
    await exact.or(card).first().click();
  }
  // What a panel needs comes in a file of its own.
  if (request || buttons.length > 0) await opened.page.waitForLoadState('networkidle');
  return opened;
}

test.each(Object.entries(screens))(
  'the screen %s is accessible in light and dark, and fits at 100 and 200 percent in the longest languages',
  async (name, screen) => {
    const { page, picture, expectAccessible, expectUncut, show, faults } = await openScreen(screen);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      await picture(`${name}-${colorScheme}`);
      // The other rules do not know colours.
      await expectAccessible(colorScheme === 'dark' ? ['color-contrast'] : undefined);
    }
    for (const language of ['en', 'de', 'pl']) {
      await show({ ...screen.view, settings: { ...screen.view.settings, language } });
      await page.locator(`html[lang="${language}"]`).waitFor();
      await page.setViewportSize({ width: 760, height: 520 });
      if (language !== 'en') await picture(`${name}-${language}`);
      await expectUncut();
      // Half the width is what a person sees of the same window at 200 percent.
      await page.setViewportSize({ width: 380, height: 260 });
      if (language === 'en') await picture(`${name}-200`);
      await expectUncut();
    }
    expect(faults).toEqual([]);
    await page.context().close();
  },
  120_000,
);

test.each(['tracking', 'idle', 'long'])('the small bar is accessible and fits: %s', async (name) => {
  const { view } = screens[name] ?? { view: sampleView };
  for (const colorScheme of ['light', 'dark'] as const) {
    const options = { hash: '#mini', viewport: { width: 360, height: 44 }, colorScheme };
    const { page, picture, expectAccessible, expectUncut } = await stage.open(view, options);
    await page.locator('main').waitFor();
    await picture(`mini-${name}-${colorScheme}`);
    await expectAccessible();
    await expectUncut();
    await page.context().close();
  }
});
