import type { Page } from 'playwright-core';
import { openStage } from './stage.ts';
import { openWebPage } from './web-page.ts';

/** Milliseconds from a click in the browser's page to the paint of what it did in the desktop's window. */
export interface LiveDelays {
  readonly start: readonly number[];
  readonly stop: readonly number[];
}

/** Starts and stops a track in the browser's page again and again, beside a desktop app in the lab and the real server. */
export async function measureLiveDelays(rounds: number): Promise<LiveDelays> {
  const stage = await openStage();
  try {
    await stage.start();
    await stage.pair();
    const web = await openWebPage(stage.server, stage.address, stage.who.id);
    const start: number[] = [];
    const stop: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await web.page.getByRole('combobox', { name: 'What are you working on?' }).fill(`round ${round}`);
      start.push(await delayOf(stage.page(), web.page, 'Start', `round ${round}`));
      stop.push(await delayOf(stage.page(), web.page, 'Stop', 'Not tracking'));
    }
    await web.close();
    return { start, stop };
  } finally {
    await stage.close();
  }
}

/** Clicks a button of one page and waits for the frame in which the other's title bar shows the words. Both have the clock of this computer. */
async function delayOf(desktop: Page, web: Page, button: string, words: string): Promise<number> {
  await web.getByRole('button', { name: button, exact: true }).waitFor();
  await desktop.evaluate(`(${WATCH})(${JSON.stringify(words)})`);
  const clicked = await web.evaluate<number>(`(${CLICK})(${JSON.stringify(button)})`);
  const painted = await desktop.evaluate<number>('globalThis.painted');
  return painted - clicked;
}

/** Runs in the desktop's page: notes when the words are on the screen, which is a frame after the one that paints them. */
const WATCH = `(words) => {
  globalThis.painted = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('header')?.textContent.includes(words)) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}`;

/** Runs in the browser's page: clicks and tells when. */
const CLICK = `(name) => {
  const isIt = (each) => (each.ariaLabel ?? each.textContent.trim()) === name;
  const button = [...document.querySelectorAll('button')].find(isIt);
  const now = Date.now();
  button.click();
  return now;
}`;
