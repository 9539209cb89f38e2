import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, openBrowser } from '../browser.ts';
import { type Installation, startInstallation } from '../installation.ts';
import { askRest, openPageAs } from '../sign-in.ts';

let at: Installation;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [at, browser] = await Promise.all([startInstallation(), openBrowser()]);
  page = await openPageAs(browser, at, 'admin');
});
afterAll(async () => {
  await browser.close();
  await at.stop();
});

const settingOf = async (name: string) =>
  (await askRest<Record<string, unknown>>(at, 'GET', '/settings'))[name];
const undo = () => page.getByRole('button', { name: 'Undo' }).click();
const show = async (path: string) => {
  await page.goto(`${at.url}${path}`);
  await page.locator('#content h2').first().waitFor();
  await page.locator('[aria-busy]').first().waitFor({ state: 'detached' });
};

describe('rules', () => {
  test('a switch is saved at once, tells its effect, and is undone', async () => {
    await show('/settings/rules');
    const required = page.getByRole('switch', { name: 'Require a comment', exact: true });
    await required.click();
    await page.getByText('Time without a comment is refused.').waitFor();
    await expect.poll(() => settingOf('commentRequired')).toBe(true);
    await undo();
    await page.getByText('The comment may be left empty.').waitFor();
    await expect.poll(() => settingOf('commentRequired')).toBe(false);
  });

  test('by keyboard alone: a limit is switched on, typed, and goes back to its default', async () => {
    await show('/settings/rules');
    await page.getByRole('switch', { name: 'Limit: Longest single entry' }).focus();
    await page.keyboard.press('Space');
    const hours = page.getByRole('textbox', { name: 'Longest single entry' });
    await hours.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('8,2');
    await page.keyboard.press('Enter');
    await expect.poll(() => settingOf('longestTrack')).toBe(29_520);
    await page.getByRole('button', { name: 'Set Longest single entry to its default, off' }).press('Enter');
    await expect.poll(() => settingOf('longestTrack')).toBeNull();
  });

  test('bad numbers are refused beside the field and not sent', async () => {
    await show('/settings/rules');
    const days = page.getByRole('textbox', { name: 'Time beyond the present day' });
    await days.fill('400');
    await page.getByText('Give a number from 0 to 366.').waitFor();
    await days.fill('soon');
    await days.blur();
    await page.getByText(/^Give a number such as/).waitFor();
    expect(await settingOf('futureDays')).toBe(1);
  });

  test('projects are offered, added and taken out', async () => {
    await show('/settings/rules');
    const field = page.getByRole('combobox', { name: 'Add to Projects' });
    await expect.poll(() => page.locator('datalist option[value="Atlas"]').count()).toBe(1);
    await field.fill('Atlas');
    await field.press('Enter');
    await page.getByText('Found in Atlas only.').waitFor();
    await expect.poll(() => settingOf('searchProjects')).toEqual(['Atlas']);
    await page.getByRole('button', { name: 'Remove Atlas' }).click();
    await expect.poll(() => settingOf('searchProjects')).toEqual([]);
  });

  test('a change that the server refuses is taken back, and says so', async () => {
    await show('/settings/rules');
    await page.route('**/api/rest/settings**', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({ status: 400, json: { error: { errorCode: 'X', message: 'Not today.' } } })
        : route.continue(),
    );
    const required = page.getByRole('switch', { name: 'Require a comment', exact: true });
    await required.click();
    await page.getByText('Not today. Your change was taken back.').waitFor();
    expect(await required.isChecked()).toBe(false);
    await page.unrouteAll();
  });
});

describe('users and roles', () => {
  const roleOf = async (name: string) => {
    const people = await askRest<{ name: string; role: { name: string } }[]>(
      at,
      'GET',
      '/users/roles?includeNoneRoles=true',
    );
    return people.find((person) => person.name === name)?.role.name;
  };

  test('one finds a person and gives another role, which is undone', async () => {
    await show('/settings/people');
    await page.getByRole('searchbox', { name: 'Find by name or e-mail' }).fill('eve@');
    await expect.poll(() => page.getByRole('table', { name: 'People' }).getByRole('row').count()).toBe(2);
    const role = page.getByRole('combobox', { name: /^Role of Eve/ });
    const name = ((await role.getAttribute('aria-label')) ?? '').replace('Role of ', '');
    await role.selectOption('Product');
    await expect.poll(() => roleOf(name)).toBe('Product');
    await undo();
    await expect.poll(() => roleOf(name)).toBe('Team');
  });

  test('the last administrator keeps the role, and one is told why', async () => {
    await show('/settings/people');
    await page.getByRole('combobox', { name: 'Role of Ada Minster' }).selectOption('Team');
    await page.getByText(/Your change was taken back/).waitFor();
    expect(await roleOf('Ada Minster')).toBe('Administrator');
  });

  test('people are added from lines; what cannot be read is named, what was typed outlives a reload', async () => {
    await show('/settings/people');
    await page.getByRole('button', { name: 'Add people' }).click();
    const lines = page.getByLabel('One person a line');
    await lines.fill('Gus Gray <gus@demo.local>\nno address');
    await page.getByText('There is no e-mail address in: no address').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Add people' }).click();
    expect(await lines.inputValue()).toContain('Gus Gray');
    await lines.fill('Gus Gray <gus@demo.local>\nflo.finch@demo.local');
    await page.getByRole('button', { name: 'Add 2 people' }).click();
    await page.getByText('2 people added').waitFor();
    expect([await roleOf('Gus Gray'), await roleOf('Flo Finch')]).toEqual(['Team', 'Team']);
  });

  test('a person is erased once the name was typed, by keyboard alone', async () => {
    await show('/settings/people');
    await page.getByRole('button', { name: 'More about Gus Gray' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Erase…' }).press('Enter');
    const act = page.getByRole('button', { name: 'Erase for good' });
    await page.keyboard.type('Gus');
    expect(await act.isDisabled()).toBe(true);
    await page.keyboard.type(' Gray');
    await page.keyboard.press('Enter');
    await page.getByText('The person is erased').waitFor();
    expect(await roleOf('Gus Gray')).toBeUndefined();
  });

  test('a group gives its role to who is put into it, and takes it back', async () => {
    await show('/settings/people');
    await page.getByRole('button', { name: 'Add group' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add group' });
    await dialog.getByLabel('Name').fill('Planners');
    await dialog.getByLabel('Role').selectOption('Budget');
    await dialog.getByRole('button', { name: 'Add group' }).click();
    await page.getByRole('button', { name: 'Members of Planners: 0' }).click();
    await page.getByLabel('Add a member').selectOption({ label: 'Flo Finch' });
    await expect.poll(() => roleOf('Flo Finch')).toBe('Budget');
    await page.getByRole('button', { name: 'Remove Flo Finch' }).click();
    await expect.poll(() => roleOf('Flo Finch')).toBe('Team');
    await page.keyboard.press('Escape');
  });
});

test('whoever has no role is told so on every page of time, and has no clock', async () => {
  await askRest(at, 'POST', '/users/roles', { users: [{ email: 'kim@demo.local', role: { name: 'None' } }] });
  const kim = await openPageAs(browser, at, 'kim');
  for (const path of ['/', '/week', '/approvals/mine']) {
    await kim.goto(`${at.url}${path}`);
    await kim.getByText('This needs the role Team; yours is None.').waitFor();
    expect(await kim.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0);
    expect(await kim.getByText('The server does not answer').count()).toBe(0);
  }
  await kim.context().close();
  await askRest(at, 'POST', '/users/roles', { users: [{ email: 'kim@demo.local', role: { name: 'Team' } }] });
});

describe('activity types', () => {
  const names = async () => {
    const { activityTypes } = await askRest<{ activityTypes: { name: string }[] }>(
      at,
      'GET',
      '/activityTypes',
    );
    return activityTypes.map(({ name }) => name);
  };

  test('one is made and renamed; a name that is taken is refused', async () => {
    await show('/settings/activity-types');
    const [taken = ''] = await names();
    const field = page.getByLabel('New activity type');
    await field.fill(taken);
    await field.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await field.inputValue()).toBe(taken);
    await field.fill('Research');
    await field.press('Enter');
    await page.getByLabel('Name of Research').fill('Reading');
    await page.getByLabel('Name of Research').press('Enter');
    await expect.poll(names).toContain('Reading');
  });

  test('what stands for no activity type offers no other name, no colour and no deleting', async () => {
    await show('/settings/activity-types');
    const row = page.getByRole('listitem').filter({ hasText: '[Not Set]' });
    await row.getByRole('button', { name: 'Move [Not Set]' }).waitFor();
    expect(await row.locator('input:not([type="radio"])').count()).toBe(0);
    expect(await row.getByRole('button').count()).toBe(1);
  });

  test('the order changes by arrow keys and by dragging', async () => {
    await show('/settings/activity-types');
    const before = await names();
    await page.getByRole('button', { name: 'Move Reading' }).focus();
    await page.keyboard.press('ArrowUp');
    const [last = '', last2 = ''] = [before.at(-1), before.at(-2)];
    await expect.poll(names).toEqual([...before.slice(0, -2), last, last2]);
    const handle = page.getByRole('button', { name: 'Move Reading' });
    const from = await handle.boundingBox();
    const first = await page.getByRole('button', { name: `Move ${before[0]}` }).boundingBox();
    if (!from || !first) throw new Error('the handles are not shown');
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(first.x + 5, first.y + 8, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await names())[0]).toBe('Reading');
  });

  test('deleting gives its time to another one', async () => {
    await show('/settings/activity-types');
    await page.getByRole('button', { name: 'Delete Reading' }).click();
    await page.getByRole('button', { name: 'Delete and reassign' }).click();
    await page.getByText('Reading is deleted').waitFor();
    expect(await names()).not.toContain('Reading');
  });
});

const PATHS = ['rules', 'formats', 'people', 'activity-types', 'approvals', 'privacy'] as const;

test('axe finds nothing wrong', async () => {
  for (const path of PATHS) {
    await show(`/settings/${path}`);
    await expectAccessible(page, `settings-${path}`);
  }
});

test('sections of the organization are for administrators only', async () => {
  const other = await openPageAs(browser, at, 'cleo');
  await other.goto(`${at.url}/settings/account`);
  const sections = other.getByRole('navigation', { name: 'Settings' });
  await sections.getByRole('link', { name: 'Account' }).waitFor();
  expect(await sections.getByRole('link', { name: 'Rules' }).count()).toBe(0);
  await other.goto(`${at.url}/settings/rules`);
  await other.getByText('Not for your role').waitFor();
  await expectAccessible(other);
  await other.context().close();
});
