import { startSimulator } from '@stint/azure-devops-simulator';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStage } from './testing/stage.ts';
import { until } from './testing/until.ts';
import { openWebPage } from './testing/web-page.ts';

// Each step waits for what it looks at; this only ends a test that would wait for ever.
vi.setConfig({ testTimeout: 180_000 });

let stage: Awaited<ReturnType<typeof openStage>>;

beforeAll(async () => {
  stage = await openStage();
  await stage.start();
  await stage.pair();
}, 180_000);
afterAll(() => stage?.close());

test('what a browser page starts and stops is in the window, and the other way round', async () => {
  const web = await openWebPage(stage.server, stage.address, stage.who.id);
  const desktop = stage.page();
  await web.page.getByRole('combobox', { name: 'What are you working on?' }).fill('in the browser');
  await web.page.keyboard.press('Enter');
  await desktop.getByRole('banner').getByText('in the browser').waitFor();
  await web.page.getByRole('button', { name: 'Stop', exact: true }).click();
  await desktop.getByRole('banner').getByText('Not tracking').waitFor();
  await desktop.getByRole('button', { name: 'Start tracking', exact: true }).click();
  await desktop.getByRole('textbox', { name: 'Description' }).fill('in the window');
  await desktop.getByRole('textbox', { name: 'Description' }).press('Control+Enter');
  await web.page.getByRole('button', { name: 'Stop', exact: true }).waitFor();
  expect((await stage.state()).remark).toBe('in the window');
  await desktop.getByRole('button', { name: 'Stop tracking' }).click();
  await web.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  await web.close();
});

test('a second organization is found by its collection; each keeps its own track; one is unpaired after a question', async () => {
  const page = stage.page();
  const { stranger } = stage.server.people;
  const simulator = await startSimulator({
    port: 0,
    workItems: 4,
    deployment: 'server',
    collection: 'Other',
    timetracker: stage.address,
  });
  await page.getByRole('button', { name: 'Organizations' }).click();
  await page.getByRole('button', { name: 'Add an organization' }).click();
  await page.getByRole('button', { name: 'Azure DevOps Server instead' }).click();
  await page.getByLabel('Address of the Azure DevOps Server').fill(new URL(simulator.url).origin);
  await page.getByLabel('Collection').fill('Other');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('The Azure DevOps Server wants to know who asks.').waitFor();
  await page.getByLabel('Personal access token').fill('simulator');
  await page.getByRole('button', { name: 'Next' }).click();
  const pin = await page.getByTestId('pin').textContent();
  await stage.picture('lab-pin');
  const typed = await stage.server.ask(stranger, 'POST', '/api/other/rest/apps', { pin });
  expect(typed.status).toBe(200);
  await page.getByText('stranger').first().waitFor();
  await simulator.stop();

  await page.getByRole('button', { name: 'Total today' }).click();
  await page.getByRole('button', { name: 'Start tracking', exact: true }).click();
  await page.getByRole('textbox', { name: 'Description' }).fill('elsewhere');
  await page.getByRole('textbox', { name: 'Description' }).press('Control+Enter');
  const there = async () =>
    (await stage.server.ask(stranger, 'GET', '/api/other/tracking/client/current')).body['track'];
  await until(
    async () => ((await there())?.['trackingState'] as unknown as string) === 'tracking',
    'the track there',
  );
  expect(await stage.isRunning()).toBe(false);

  await stage.computer.bus.choose('Demo');
  await page.getByRole('banner').getByText('Not tracking').waitFor();
  await page.getByRole('button', { name: 'Organizations' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Other' }).getByText('Tracking').waitFor();
  await stage.picture('lab-organizations');
  await page.getByRole('button', { name: 'Unpair Other' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unpair' }).click();
  await page.getByText('stranger').waitFor({ state: 'detached' });
  const apps = async () => (await stage.server.ask(stranger, 'GET', '/api/other/rest/apps')).body['data'];
  await until(async () => JSON.stringify(await apps()) === '[]', 'the end of its tokens');
});
