import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setSettings } from '../../contract-tests/settings.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

const mine = '/api/rest/me/settings';
let at: TestServer;
let types: { id: string; name: string }[];

beforeAll(async () => {
  at = await testServer();
  const organization = await at.server.dependencies.organizations.byId(at.organizationId);
  types = [...(organization?.activityTypes ?? [])];
});
afterAll(() => at.close());

const typeId = (index: number) => types[index]?.id ?? '';
const someone = (name: string) => at.addPerson(at.organizationId, name, 'Team');
const get = (person: TestPerson) => at.ask(person, 'GET', mine);
const change = (person: TestPerson, body: unknown, headers?: Record<string, string>) =>
  at.ask(person, 'PATCH', mine, body, headers);

describe('a person’s settings', () => {
  test('are the organization’s where nothing was chosen', async () => {
    await setSettings(at, { durationFormat: '0.00', locale: 'de', firstDayOfWeek: 0 });
    const { body, headers } = await get(await someone('fresh'));
    expect(body['data']).toEqual({
      own: {
        durationFormat: null,
        locale: null,
        timeZone: 'Europe/Berlin',
        defaultActivityTypeId: null,
        favouriteActivityTypeIds: [],
        mailReminders: true,
        addTimeMode: null,
        firstStepsClosed: false,
      },
      effective: {
        durationFormat: '0.00',
        locale: 'de',
        timeZone: 'Europe/Berlin',
        firstDayOfWeek: 0,
        firstWeek: 'firstFourDays',
        defaultActivityTypeId: typeId(0),
        favouriteActivityTypeIds: [],
        addTimeMode: 'both',
      },
    });
    expect(headers['etag']).toBe('"1"');
    await setSettings(at, {});
  });

  test('hold over the organization’s, and null gives them back', async () => {
    const person = await someone('chooser');
    const own = {
      durationFormat: '0.0',
      locale: 'fr',
      timeZone: 'Asia/Tokyo',
      defaultActivityTypeId: typeId(2),
      favouriteActivityTypeIds: [typeId(3), typeId(1), typeId(3)],
      addTimeMode: 'duration',
    };
    const { status, body, headers } = await change(person, own);
    const kept = { ...own, favouriteActivityTypeIds: [typeId(3), typeId(1)] };
    expect([status, headers['etag'], body['data']]).toEqual([
      200,
      '"2"',
      {
        own: { ...kept, mailReminders: true, firstStepsClosed: false },
        effective: expect.objectContaining(kept),
      },
    ]);
    const back = await change(person, {
      durationFormat: null,
      defaultActivityTypeId: null,
      addTimeMode: null,
    });
    expect(back.body['data']).toMatchObject({
      own: { durationFormat: null, defaultActivityTypeId: null, locale: 'fr' },
      effective: {
        durationFormat: 'HH:MM',
        defaultActivityTypeId: typeId(0),
        locale: 'fr',
        addTimeMode: 'both',
      },
    });
  });

  test('hold at once for their next entry', async () => {
    const person = await someone('booker');
    await change(person, { timeZone: 'Pacific/Kiritimati', defaultActivityTypeId: typeId(4) });
    const entry = { length: 60, comment: 'x', timestamp: '2026-03-01T12:00:00Z' };
    const { body } = await at.ask(person, 'POST', '/api/rest/workLogs', entry);
    expect(body['data']).toMatchObject({
      timestamp: '2026-03-02T02:00:00',
      activityType: { id: typeId(4) },
    });
    const { body: me } = await at.ask(person, 'GET', '/api/rest/me');
    expect(me['data']).toMatchObject({ timeZone: 840, defaultActivityType: { id: typeId(4) } });
  });

  test.each<[object, RegExp]>([
    [
      { defaultActivityTypeId: '11111111-1111-1111-1111-111111111111' },
      /^defaultActivityTypeId: there is no/,
    ],
    [
      { favouriteActivityTypeIds: ['11111111-1111-1111-1111-111111111111'] },
      /^favouriteActivityTypeIds: there/,
    ],
    [{ favouriteActivityTypeIds: ['x'] }, /favouriteActivityTypeIds: must be a list .* a GUID/],
    [{ favouriteActivityTypeIds: null }, /favouriteActivityTypeIds: must be a list/],
    [{ timeZone: 'Berlin' }, /timeZone: must be an IANA name/],
    [{ timeZone: null }, /timeZone: must be a text/],
    [{ locale: 'xx' }, /locale: xx is no language/],
    [{ durationFormat: 'h' }, /durationFormat: must be one of .*, or null/],
    [{ timezones: 'UTC' }, /no setting "timezones"; did you mean timeZone\?/],
  ])('%j is refused', async (body, message) => {
    const before = await get(at.people.team);
    const answer = await change(at.people.team, { locale: 'de', ...body });
    expect([answer.status, answer.body['error']?.['message']]).toEqual([409, expect.stringMatching(message)]);
    expect((await get(at.people.team)).body).toEqual(before.body);
  });

  test('are versioned and recorded', async () => {
    const person = await someone('versioned');
    await change(person, { locale: 'de' }, { 'if-match': '"1"' });
    expect((await change(person, { locale: 'fr' }, { 'if-match': '"1"' })).status).toBe(412);
    await change(person, { locale: 'de' });
    const rows = await at.server.dependencies.database.system
      .selectFrom('audit_log')
      .select(['action', 'person_id', 'before', 'after'])
      .where('entity', '=', 'personSettings')
      .where('entity_id', '=', person.id)
      .execute();
    expect(rows).toEqual([
      { action: 'change', person_id: person.id, before: { locale: null }, after: { locale: 'de' } },
    ]);
  });

  test('that another release has stored are read where they are readable', async () => {
    const person = await someone('time traveller');
    await at.server.dependencies.database.system
      .updateTable('person')
      .set({
        settings: JSON.stringify({ locale: 5, durationFormat: '0.0', favouriteActivityTypeIds: 'all' }),
      })
      .where('id', '=', person.id)
      .execute();
    expect((await get(person)).body['data']?.['own']).toMatchObject({
      locale: null,
      durationFormat: '0.0',
      favouriteActivityTypeIds: [],
    });
  });
});

test('administrators change the settings of others', async () => {
  const person = await someone('helped');
  const { administrator } = at.people;
  const url = `/api/rest/users/${person.id}/settings`;
  const changed = await at.ask(administrator, 'PATCH', url, { timeZone: 'America/New_York' });
  expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"']);
  expect((await at.ask(administrator, 'GET', url)).body).toEqual((await get(person)).body);
  expect((await get(person)).body['data']?.['own']?.['timeZone']).toBe('America/New_York');
});
