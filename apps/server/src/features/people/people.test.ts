import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setSettings } from '../../contract-tests/settings.ts';
import { type TestServer, testServer } from '../../testing/test-server.ts';

let at: TestServer;

beforeAll(async () => {
  at = await testServer();
});
afterAll(() => at.close());

const asAdministrator = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) =>
  at.ask(at.people.administrator, method, `/api/rest/${path}`, body);

async function add(wish: object): Promise<{ id: string; row: object }> {
  const { body } = await asAdministrator('POST', 'users', wish);
  const id = String(body['data']?.['id']);
  return { id, row: await rowOf(id) };
}

async function rowOf(id: string): Promise<object> {
  return at.server.dependencies.database.system
    .selectFrom('person')
    .select(['unique_name', 'email', 'display_name', 'time_zone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

describe('a person made known before the first visit', () => {
  test('has the time zone of the organization, unless another is named', async () => {
    await setSettings(at, { timeZone: 'Europe/Oslo' });
    const plain = await add({ email: 'nils@new.example', name: 'Nils' });
    expect(plain.row).toMatchObject({ time_zone: 'Europe/Oslo' });
    const named = await add({ email: 'mika@new.example', name: 'Mika', timeZone: 'Asia/Tokyo' });
    expect(named.row).toMatchObject({ time_zone: 'Asia/Tokyo' });
  });

  test('is known once, whatever the letter case', async () => {
    await add({ email: 'once@new.example', name: 'Once' });
    const again = await asAdministrator('POST', 'users', { email: 'ONCE@new.example', name: 'Twice' });
    expect([again.status, again.body['error']?.['message']]).toEqual([
      409,
      expect.stringMatching(/email.*known/),
    ]);
  });
});

describe('changing a person', () => {
  test('changes what is named; the unique name goes with the e-mail that it is', async () => {
    const { id } = await add({ email: 'olga@new.example', name: 'Olga', timeZone: 'Europe/Berlin' });
    const renamed = await asAdministrator('PATCH', `users/${id}`, { name: ' Olga O. ', email: null });
    expect(renamed.body['data']).toMatchObject({ name: 'Olga O.', role: { name: 'Team' } });
    await asAdministrator('PATCH', `users/${id}`, { email: 'olga.o@new.example', timeZone: 'Asia/Tokyo' });
    expect(await rowOf(id)).toEqual({
      unique_name: 'olga.o@new.example',
      email: 'olga.o@new.example',
      display_name: 'Olga O.',
      time_zone: 'Asia/Tokyo',
    });
  });

  test('keeps the unique name that Azure DevOps has given', async () => {
    const { id } = await add({ email: 'petra@new.example', name: 'Petra' });
    await at.server.dependencies.database.system
      .updateTable('person')
      .set({ azure_devops_id: '9b71f216-4c4f-6b74-a911-efb0fa9c777f' })
      .where('id', '=', id)
      .execute();
    await asAdministrator('PATCH', `users/${id}`, { email: 'petra.p@new.example' });
    expect(await rowOf(id)).toMatchObject({ unique_name: 'petra@new.example', email: 'petra.p@new.example' });
  });

  test.each([
    [{ email: 'TEAM@demo.local' }, /email.*known/],
    [{ timeZone: 'Mars/Olympus' }, /timeZone.*IANA/],
    [{ name: '  ' }, /name/],
    [{ email: 'no address' }, /email/],
  ])('%j is refused', async (wish, message) => {
    const answer = await asAdministrator('PATCH', `users/${at.people.product.id}`, wish);
    expect([answer.status, answer.body['error']?.['message']]).toEqual([409, expect.stringMatching(message)]);
  });
});

test.each([
  ['prod', ['product']],
  ['BUDGET@demo', ['budget']],
  ['100%', []],
  ['_', []],
])('a search for %j finds %j', async (search, names) => {
  const { body } = await asAdministrator('GET', `users?$search=${encodeURIComponent(search)}`);
  expect((body['data'] as unknown as { name: string }[]).map(({ name }) => name)).toEqual(names);
});

test('the audit log holds no name and no e-mail address of anybody', async () => {
  const { id } = await add({ email: 'secret@person.example', name: 'Secret Person' });
  await asAdministrator('PATCH', `users/${id}`, {
    name: 'Secret Other',
    email: 'secret.other@person.example',
  });
  const rows = await at.server.dependencies.database.system
    .selectFrom('audit_log')
    .select(['action', 'before', 'after'])
    .where('entity_id', '=', id)
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { action: 'create', before: null, after: { role: 'Team', timeZone: 'Europe/Oslo' } },
    { action: 'change', before: null, after: { fields: ['email', 'name'] } },
  ]);
});

test('entries of a change of roles that cannot be are refused one by one, each by what it named', async () => {
  const id = '01941f29-7c00-7000-8000-02f095a30000';
  const { body } = await asAdministrator('POST', 'users/roles', {
    users: [
      { email: 'nobody@new.example', role: { name: 'Team' } },
      { vstsId: id, role: { name: 'Team' } },
      { id, role: { name: 'Team' } },
      { role: { name: 'Team' } },
      { id: at.people.team.id, role: { name: 'King' } },
    ],
  });
  const failed = body['data']?.['failedEntries'] as unknown as { error: { message: string } }[];
  expect(body['data']).toMatchObject({ succeeded: 0, failed: 5 });
  expect(failed.map(({ error }) => error.message)).toEqual([
    'users: nobody here has the email nobody@new.example.',
    `users: nobody here has the vstsId ${id}.`,
    `users: nobody here has the id ${id}.`,
    'users: each entry needs an email, id or vstsId.',
    expect.stringMatching(/^role: must have one of these names: None, Team/),
  ]);
});
