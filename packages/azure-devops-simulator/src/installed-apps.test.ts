import { expect, onTestFinished, test } from 'vitest';
import { request } from './harness.ts';
import { startSimulator } from './start.ts';

async function open(timetracker?: string) {
  const simulator = await startSimulator({
    port: 0,
    workItems: 4,
    collection: 'Main',
    ...(timetracker && { timetracker }),
  });
  onTestFinished(() => simulator.stop());
  return simulator;
}

interface Answer {
  readonly count: number;
  readonly value: readonly { readonly extensionId: string; readonly baseUri?: string }[];
}

test('a collection tells its extensions, the time tracking server among them', async () => {
  const simulator = await open('https://time.example.com/');
  expect(simulator.url).toMatch(/\/Main$/);
  const answer = (await (await request(simulator, 'Contribution/InstalledApps/')).json()) as Answer;
  expect(answer.count).toBe(answer.value.length);
  expect(answer.value.find(({ extensionId }) => extensionId === 'stint')?.baseUri).toBe(
    'https://time.example.com/',
  );
});

test('without one it tells the others; who has no token is not told, and another collection is not there', async () => {
  const simulator = await open();
  const answer = (await (await request(simulator, 'Contribution/InstalledApps')).json()) as Answer;
  expect(answer.value.some(({ extensionId }) => extensionId === 'stint')).toBe(false);
  expect((await fetch(`${simulator.url}/_apis/Contribution/InstalledApps`)).status).toBe(401);
  expect((await fetch(`${simulator.url}x/_apis/Contribution/InstalledApps`)).status).toBe(404);
});
