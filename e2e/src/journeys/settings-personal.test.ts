import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type FakeService, startFakeService } from '@stint/server/testing/calendar-service';
import { type MailServer, openMailServer } from '@stint/server/testing/mail-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, keepPicture, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, idOf, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;
let admin: Page;
/** Of somebody without calendars. */
let eve: Page;
let google: FakeService;
let outlook: FakeService;
let mail: MailServer;

/** A calendar with one event today; its path is a secret, and other paths are not found. */
const host = createServer((request, response) => {
  if (request.url !== '/secret.ics') {
    response.writeHead(404).end();
    return;
  }
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format().replaceAll('-', '');
  const event = ['UID:one', 'SUMMARY:Choir', `DTSTART;VALUE=DATE:${today}`];
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...event, 'END:VEVENT', 'END:VCALENDAR'];
  response.end(lines.join('\r\n'));
});
const addressOf = (path: string) => `http://127.0.0.1:${(host.address() as AddressInfo).port}${path}`;

beforeAll(async () => {
  [google, outlook, mail] = [
    await startFakeService('google'),
    await startFakeService('outlook'),
    await openMailServer(),
  ];
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  const variables = {
    ...google.variables,
    ...outlook.variables,
    STINT_WEBHOOK_PRIVATE_ADDRESSES: '1',
    STINT_SMTP_URL: mail.url,
    STINT_MAIL_FROM: 'Stint <stint@example.com>',
  };
  [at, browser] = await Promise.all([startInstallation(variables), openBrowser()]);
  page = await openPageAs(browser, at, 'cleo');
  admin = await openPageAs(browser, at, 'admin');
  eve = await openPageAs(browser, at, 'eve');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
  for (const fake of [google, outlook, mail]) await fake.close();
  host.close();
});

const show = async (path: string, shown = page) => {
  await shown.goto(`${at.url}/settings/${path}`);
  await shown.locator('#content h2').first().waitFor();
  await shown.locator('[aria-busy]').first().waitFor({ state: 'detached' });
};

describe('my preferences', () => {
  const own = async () =>
    (await askRest<{ own: Record<string, unknown> }>(at, 'GET', `/users/${await idOf(at, 'cleo')}/settings`))
      .own;

  test('a format is chosen, holds at once, and is undone', async () => {
    await show('preferences');
    const lengths = page.getByRole('combobox', { name: 'Lengths' });
    await lengths.selectOption({ label: '0.00 (7.52)' });
    await expect.poll(async () => (await own())['durationFormat']).toBe('0.00');
    await page.getByText('look like this: 7.52').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await own())['durationFormat']).toBeNull();
  });

  test('by keyboard alone: another language, and back to the organization’s', async () => {
    await show('preferences');
    await page.getByRole('combobox', { name: 'Language and region' }).focus();
    await page.keyboard.type('Deut');
    await page.getByRole('heading', { name: 'Aussehen und Sprache' }).waitFor();
    expect((await own())['locale']).toBe('de');
    await page.getByRole('combobox', { name: 'Sprache und Region' }).focus();
    await page.keyboard.press('Home');
    await page.getByRole('heading', { name: 'Look and language' }).waitFor();
    await expect.poll(async () => (await own())['locale']).toBeNull();
  });

  test('the theme is that of this browser, and survives a reload', async () => {
    await show('preferences');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'Dark' });
    await page.reload();
    await page.locator('html[data-theme="dark"]').waitFor();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: 'As the system' });
    await page.locator('html[data-theme="light"]').waitFor();
  });

  test('a favourite stands first where one chooses an activity type; the default begins new time', async () => {
    await show('preferences');
    const group = page.getByRole('group', { name: 'Favourite activity types' });
    const name = (await group.locator('label').last().textContent()) ?? '';
    await group.getByRole('checkbox', { name }).check();
    await page.getByText(`First: ${name}.`).waitFor();
    await page.getByRole('combobox', { name: 'Default activity type' }).selectOption({ label: name });
    await expect.poll(async () => (await own())['defaultActivityTypeId']).not.toBeNull();
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Add time' });
    await dialog.getByRole('button', { name: new RegExp(name) }).click();
    expect(await page.getByRole('menuitemradio').first().textContent()).toBe(name);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  test('a change that the server refuses is taken back, and says so', async () => {
    await show('preferences');
    await page.route('**/api/rest/me/settings**', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({ status: 400, json: { error: { errorCode: 'X', message: 'Not today.' } } })
        : route.continue(),
    );
    const reminders = page.getByRole('switch', { name: 'Reminders, digests and warnings' });
    await reminders.click();
    await page.getByText('Not today. Your change was taken back.').waitFor();
    expect(await reminders.isChecked()).toBe(true);
    await page.unrouteAll();
  });

  test('one’s own data are a file to download', async () => {
    await show('account');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^person-.*\.json$/);
  });
});

describe('mail and reminders', () => {
  test('a test mail is sent, and a refusal of the mail server is shown', async () => {
    await show('mail', admin);
    await admin.getByText('Stint <stint@example.com>').waitFor();
    const send = admin.getByRole('button', { name: 'Send a test mail to me' });
    await send.click();
    await admin.getByText('The mail server has taken the mail to admin@demo.local.').waitFor();
    expect(mail.received).toMatchObject([{ to: ['admin@demo.local'] }]);
    mail.refuseWith = 550;
    await send.press('Enter');
    await admin.getByText('It was not sent: the mail server answered 550').waitFor();
    mail.refuseWith = null;
  });

  test('a reminder is switched on, and the table says who gets it and when', async () => {
    await show('mail', admin);
    const row = admin.getByRole('row', { name: /Too little time in a week/ });
    const isSent = row.getByRole('cell').nth(1);
    expect(await isSent.textContent()).toBe('off');
    await admin.getByRole('switch', { name: 'Limit: Weekly hours' }).click();
    await admin.getByText('Expected in each week: 40 hours.').waitFor();
    await expect.poll(() => isSent.textContent()).toBe('on');
    expect(await row.textContent()).toContain('On Monday at 09:00');
    await admin.getByRole('button', { name: 'Set Weekly hours to its default, off' }).click();
    await expect.poll(() => isSent.textContent()).toBe('off');
  });

  test('is for administrators only', async () => {
    await page.goto(`${at.url}/settings/mail`);
    await page.getByText('Not for your role').waitFor();
  });
});

describe('calendars', () => {
  test('an address is checked while one types, added, and told by its events', async () => {
    await show('calendars');
    await page.getByText('No calendars yet').waitFor();
    const address = page.getByRole('textbox', { name: 'iCalendar address' });
    await address.fill('calendar.example/a');
    await page.getByText('Give an address that begins with').waitFor();
    expect(await page.getByRole('button', { name: 'Add', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Choir');
    await page.reload();
    expect(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Choir');
    await address.fill(addressOf('/secret.ics'));
    await address.press('Enter');
    await page.getByText('Read; 1 event this week').waitFor();
    expect(await page.textContent('body')).not.toContain('secret.ics');
  });

  test('one that cannot be read says why, and is read at another address', async () => {
    await show('calendars');
    await page.getByRole('button', { name: 'New address for Choir' }).click();
    const dialog = page.getByRole('dialog', { name: 'New address for Choir' });
    await dialog.getByRole('textbox').fill(addressOf('/none.ics'));
    await dialog.getByRole('textbox').press('Enter');
    await page.getByText('Not read: the calendar’s server answered 404').waitFor();
    await page.getByRole('button', { name: 'New address for Choir' }).press('Enter');
    await page.keyboard.type(addressOf('/secret.ics'));
    await page.keyboard.press('Enter');
    await page.getByText('Read; 1 event this week').waitFor();
  });

  test('it is renamed and switched off by keyboard alone, which is undone', async () => {
    await show('calendars');
    await page.getByRole('textbox', { name: 'Name of Choir' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Singing');
    await page.keyboard.press('Enter');
    await page.getByText('Saved: Singing').waitFor();
    await page.getByRole('switch', { name: 'Show the events of Singing' }).press('Space');
    await page.getByText('Switched off; not read').waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('Read; 1 event this week').waitFor();
  });

  test.each([
    ['Google', () => google],
    ['Outlook', () => outlook],
  ] as const)(
    '%s is connected, says when the consent has ended, and is connected again',
    async (name, fake) => {
      await show('calendars');
      await page.getByRole('button', { name: `Connect ${name}` }).click();
      await page.getByText('The account is connected.').waitFor();
      const account = page.getByRole('listitem').filter({ hasText: `${name} · ann@fake.example` });
      await account.getByText('Read; 0 events this week').waitFor();
      fake().refreshTokens.clear();
      fake().accessTokens.clear();
      await page.getByRole('button', { name: 'Test' }).click();
      await account.getByText('Access has ended; please connect the account again').waitFor();
      await expectAccessible(page);
      await keepPicture(page, `calendars-broken-${name}`);
      await account.getByRole('button', { name: 'Connect again: ann@fake.example' }).press('Enter');
      await account.getByText('Read; 0 events this week').waitFor();
    },
  );

  test('who says no is told that nothing was connected', async () => {
    google.answer = 'no';
    await show('calendars');
    await page.getByRole('button', { name: 'Connect Google' }).click();
    await page.getByRole('alert').filter({ hasText: 'You did not allow it there' }).waitFor();
    google.answer = 'yes';
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.waitForURL(`${at.url}/settings/calendars`);
  });

  test('an account is disconnected, and access given back', async () => {
    await show('calendars');
    const account = page.getByRole('listitem').filter({ hasText: 'Google · ann@fake.example' });
    await account.getByRole('button', { name: 'Disconnect' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Removed: ann@fake.example').waitFor();
    expect(google.revoked).toHaveLength(1);
  });
});

test('axe finds nothing wrong, full, empty and in error', async () => {
  for (const [path, shown] of [
    ['preferences', page],
    ['calendars', page],
    ['mail', admin],
    ['calendars', eve],
  ] as const) {
    await show(path, shown);
    await expectAccessible(shown, `settings-${path}${shown === eve ? '-empty' : ''}`);
  }
  await eve.route('**/api/rest/calendar/**', (route) =>
    route.fulfill({ status: 400, json: { error: { errorCode: 'X', message: 'Not now.' } } }),
  );
  await show('calendars', eve);
  await eve.getByText('Could not be loaded: your calendars').waitFor();
  await expectAccessible(eve);
  await eve.unrouteAll();
});
