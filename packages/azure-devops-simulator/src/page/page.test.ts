import { describe, expect, it } from 'vitest';
import { openSimulator } from '../harness.ts';
import { latest } from '../world/world.ts';

const form = (values: Record<string, string>, origin?: string): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(values),
  redirect: 'manual',
  headers: origin === undefined ? {} : { origin },
});

describe('the edit page', () => {
  it('lists and finds work items', async () => {
    const { simulator } = await openSimulator();
    const page = await (await fetch(new URL('/_simulator/?q=retry failed uploads', simulator.url))).text();
    expect(page).toContain('href="/_simulator/items/1001">Retry failed uploads</a>');
    expect(page).toContain('Cleo Winter');
  });

  it('saves a form as a new revision and shows it escaped', async () => {
    const { simulator, tracking } = await openSimulator();
    const address = new URL('/_simulator/items/1001', simulator.url);
    const values = { title: '<b>"Bold"</b>', state: 'Done', assignedTo: '', project: 'Borealis' };
    expect((await fetch(address, form(values))).status).toBe(303);
    const item = await tracking.getWorkItem(1001);
    expect(item).toMatchObject({
      rev: 3,
      fields: { 'System.Title': '<b>"Bold"</b>', 'System.TeamProject': 'Borealis' },
    });
    expect(item.fields).not.toHaveProperty(['System.AssignedTo']);
    const page = await (await fetch(address)).text();
    expect(page).not.toContain('<b>');
    expect(page).toContain('&#60;b&#62;');
  });

  it('creates and deletes', async () => {
    const { simulator } = await openSimulator();
    const values = { title: 'From the page', type: 'Bug', project: 'Borealis' };
    const created = await fetch(new URL('/_simulator/items', simulator.url), form(values));
    expect(created.headers.get('location')).toBe('/_simulator/items/1041');
    await fetch(new URL('/_simulator/items/1041/delete', simulator.url), form({}));
    const item = simulator.world.items.get(1041);
    expect(item === undefined ? null : latest(item)).toMatchObject({
      isDeleted: true,
      fields: { 'System.Title': 'From the page', 'System.WorkItemType': 'Bug' },
    });
  });

  it('refuses forms of other sites', async () => {
    const { simulator } = await openSimulator();
    const address = new URL('/_simulator/items/1001', simulator.url);
    expect((await fetch(address, form({ title: 'Taken over' }, 'https://evil.example'))).status).toBe(403);
  });
});
