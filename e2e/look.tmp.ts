import { openBrowser } from './src/browser.ts';
import { openPageAs } from './src/sign-in.ts';
const at = {
  url: 'http://localhost:7812',
  signInLink: '',
  token: 'iteriteriteriteriteriteriteriteriteriter1',
  stop: async () => {},
};
const browser = await openBrowser();
const page = await openPageAs(browser, at, 'ann');
for (const theme of ['light', 'dark']) {
  await page.evaluate(`localStorage.setItem('stint-theme', '${theme}')`);
  for (const width of [390, 1280, 1920]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    for (const [name, path] of [
      ['list', '/iterations'],
      ['one', '/iterations?path=Atlas%5CSprint%2026'],
    ]) {
      if (theme === 'dark' && width === 1920) continue;
      await page.goto(at.url + path);
      await page.locator('tbody tr').first().waitFor();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/shot-${name}-${theme}-${width}.png` });
    }
  }
}
await browser.close();
