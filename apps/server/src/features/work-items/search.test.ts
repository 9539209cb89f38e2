import { defaultSettings } from '@stint/contract';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { colourKey } from '../../identity/organizations.ts';
import type { Principal } from '../../identity/principals.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { createWorkItems } from './service.ts';
import { addWorkItems, bookHour } from './testing.ts';

let stint: TestServer;
let person: Principal;
const workItems = createWorkItems();
const azureDevOps = {
  url: 'https://dev.azure.com/contoso',
  colours: { [colourKey('Atlas', 'Task')]: 'f2cb1d' },
};

beforeAll(async () => {
  stint = await testServer();
  const { principals, database } = stint.server.dependencies;
  const found = await principals.byToken(stint.organizationId, stint.people.team.token);
  if (!found) throw new Error('no person');
  person = found;
  await addWorkItems(database.system, stint.organizationId, [
    { id: 1, title: 'Checkout', state_category: 'InProgress' },
    { id: 2, title: 'Pay by card in the checkout', assigned_to: 'TEAM@demo.local', parent_id: 1, effort: 3 },
    { id: 3, title: 'Card reader: firmware', assigned_to: 'team@demo.local', state_category: 'Completed' },
    {
      id: 4,
      title: 'Discarded card form',
      deleted_at: '2026-02-01T00:00:00Z',
      assigned_to: 'team@demo.local',
    },
    { id: 5, title: 'Cardinal numbers', state_category: 'InProgress' },
    { id: 6, title: 'Card', age: 30, state_category: 'Completed' },
    { id: 7, title: 'Übergröße für den Käufer: naïve façade', age: 400 },
    { id: 8, title: 'C++/CLI: foo.bar_baz@example.com 4711' },
    { id: 9, title: 'Card reader', state_category: 'InProgress', age: 2 },
    { id: 10, title: 'Reader of a card', age: 3 },
    { id: 11, title: 'A card for the reader', age: 1 },
    { id: 4711, title: 'Nothing of the kind' },
    { id: 5000, title: 'Печать чека' },
  ]);
  await addWorkItems(database.system, stint.otherOrganizationId, [
    { id: 1, title: 'Card of strangers' },
    { id: 77, title: 'Secret card', assigned_to: 'team@demo.local', state_category: 'InProgress' },
  ]);
  await bookHour(database.system, stint.people.team, 6, 9);
  await bookHour(database.system, stint.people.team, 10, 2);
  await bookHour(database.system, stint.people.team, 4, 1);
  await bookHour(database.system, stint.people.product, 11, 1);
});

afterAll(() => stint.close());

/** The ids by group. */
async function search(query: string): Promise<Record<string, number[]>> {
  const db = stint.server.dependencies.database.organization(stint.organizationId);
  const groups: Record<string, number[]> = {};
  for (const { groupName, workItem } of await workItems.search(
    db,
    { id: stint.organizationId, azureDevOps, settings: defaultSettings },
    person,
    query,
  )) {
    groups[groupName] = [...(groups[groupName] ?? []), workItem.id];
  }
  return groups;
}

describe('search of work items', () => {
  it('groups hits, every item once, deleted ones never', async () => {
    expect(await search('card')).toEqual({
      'Assigned to me': [3, 2],
      'Tracked before': [6, 10],
      'In progress': [9, 5],
      'Other work items': [11],
    });
  });

  it('puts equal titles first, then beginnings, phrases, whole words and beginnings of words', async () => {
    await expect(search('card reader')).resolves.toMatchObject({ 'In progress': [9] });
    await expect(search('rea car')).resolves.toMatchObject({ 'Assigned to me': [3], 'Tracked before': [10] });
    await expect(search('reader card')).resolves.toMatchObject({ 'Other work items': [11] });
  });

  it('suggests open own items, what was tracked last and what is in progress', async () => {
    const suggestions = { 'Assigned to me': [2], 'Tracked before': [10, 6], 'In progress': [1, 5, 9] };
    const found = await search('');
    expect({ ...found, 'In progress': found['In progress']?.toSorted((a, b) => a - b) }).toEqual(suggestions);
    expect(await search('  ')).toEqual(found);
  });

  it('puts the item with the id before those with the number in their title', async () => {
    expect(await search('4711')).toEqual({ 'Other work items': [4711, 8] });
    expect(await search('#9')).toEqual({ 'In progress': [9] });
    expect(await search('4')).not.toHaveProperty('Assigned to me');
    expect(await search('99999999999')).toEqual({});
    expect(await search('2147483648')).toEqual({});
  });

  it('shows the group of the item with the id first', async () => {
    await addWorkItems(stint.server.dependencies.database.system, stint.organizationId, [
      { id: 6000, title: 'Room 6001', assigned_to: 'team@demo.local' },
      { id: 6001, title: 'Elsewhere' },
    ]);
    expect(Object.entries(await search('6001'))).toEqual([
      ['Other work items', [6001]],
      ['Assigned to me', [6000]],
    ]);
  });

  it.each([
    ['ubergrosse', {}],
    ['ÜBERGRÖ', { 'Other work items': [7] }],
    ['ubergro', { 'Other work items': [7] }],
    ['naive facade', { 'Other work items': [7] }],
    ['печ', { 'Other work items': [5000] }],
    ['foo.bar', { 'Other work items': [8] }],
    ['BAZ@EXAMPLE', { 'Other work items': [8] }],
    ['c++', { 'Other work items': [8] }],
    ['com cli', { 'Other work items': [8] }],
    ['!!!', {}],
    ['firmwares', {}],
  ])('reads %s in any letter case, without accents and punctuation', async (query, expected) => {
    const found = await search(query);
    if (query === 'c++') expect(found['Other work items']).toContain(8);
    else expect(found).toEqual(expected);
  });

  it('answers everything an item is shown with', async () => {
    const db = stint.server.dependencies.database.organization(stint.organizationId);
    const organization = { id: stint.organizationId, azureDevOps, settings: defaultSettings };
    const [found] = await workItems.search(db, organization, person, '2');
    expect(found).toEqual({
      groupName: 'Assigned to me',
      workItem: {
        id: 2,
        title: 'Pay by card in the checkout',
        color: 'f2cb1d',
        teamProject: 'Atlas',
        type: 'Task',
        workItemLink: 'https://dev.azure.com/contoso/Atlas/_workitems/edit/2',
        effort: 3,
        parent: { id: 1, title: 'Checkout', type: 'Task', color: 'f2cb1d' },
      },
    });
  });

  it('never fails, whatever is typed', async () => {
    const syntax = fc.constantFrom(
      "'",
      '"',
      '\\',
      ':*',
      '&',
      '|',
      '!',
      '<->',
      '(',
      ')',
      '%',
      '_',
      '$1',
      '\0',
      '#',
      ' ',
      'card',
      '9',
    );
    const typed = fc.oneof(
      fc.array(syntax, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (query) => {
        const ids = Object.values(await search(query)).flat();
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });

  it('finds every item by the beginnings of its words in any order', async () => {
    const word = fc.stringMatching(/^[a-z0-9äöéñж]{1,12}$/);
    let id = 100_000;
    const { database } = stint.server.dependencies;
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.nat(11)),
        async (words, cuts) => {
          id += 1;
          await addWorkItems(database.system, stint.organizationId, [
            { id, title: `zq${id} ${words.join('-')}` },
          ]);
          const typed = words.toReversed().map((each) => each.slice(0, 1 + (cuts.next().value ?? 0)));
          const found = await search(`${typed.join(' ')} ZQ${id}`);
          expect(Object.values(found).flat()).toEqual([id]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the wall around an organization', () => {
  it('keeps out a connection of another organization, whatever it asks for', async () => {
    const { database } = stint.server.dependencies;
    const asStranger = database.organization(stint.otherOrganizationId);
    expect(
      await workItems.search(
        asStranger,
        { id: stint.organizationId, azureDevOps, settings: defaultSettings },
        person,
        'card',
      ),
    ).toEqual([]);
  });

  it('finds the same id and words only in the own organization', async () => {
    const db = stint.server.dependencies.database.organization(stint.otherOrganizationId);
    const found = await workItems.search(
      db,
      { id: stint.otherOrganizationId, azureDevOps, settings: defaultSettings },
      person,
      'card',
    );
    expect(found.map(({ workItem }) => workItem.title).toSorted()).toEqual([
      'Card of strangers',
      'Secret card',
    ]);
  });
});
