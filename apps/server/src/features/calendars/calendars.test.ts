import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { fetchCalendar } from './fetch.ts';

const ICS = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:one',
  'SUMMARY:Stand-up',
  'DTSTART:20260302T080000Z',
  'DURATION:PT15M',
  'RRULE:FREQ=DAILY',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

let at: TestServer;
let base = '';
let now = Date.parse('2026-03-11T09:00:00Z');
/** What the calendar's server does with the next requests, and what it was asked. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[] = [];

const host = createServer((request, response) => {
  asked.push(request);
  answer(request, response);
});

beforeAll(async () => {
  at = await testServer({
    clock: () => now,
    environment: { webhookPrivateAddresses: true, secretKey: 'ab'.repeat(32) },
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  base = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await at.close();
  host.close();
  host.closeAllConnections();
});
beforeEach(() => {
  now += 3_600_000;
  asked = [];
  answer = (request, response) => {
    const isKnown = request.headers['if-none-match'] === '"v1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end(isKnown ? undefined : ICS);
  };
});

let people = 0;
async function somebody(url = `${base}/secret-path.ics`): Promise<{ person: TestPerson; id: string }> {
  people += 1;
  const person = await at.addPerson(at.organizationId, `calendar${people}`, 'Team');
  const { body } = await at.ask(person, 'POST', '/api/rest/calendar/sources', { name: 'Work', url });
  return { person, id: textOf(body['data']?.['id']) };
}

async function events(person: TestPerson, query = '$from=2026-03-09&$to=2026-03-10') {
  const { status, body } = await at.ask(person, 'GET', `/api/rest/calendar/events?${query}`);
  expect(status).toBe(200);
  return body['data'] as unknown as {
    events: { title: string; start: string }[];
    faults: { message: string }[];
  };
}

test('events of a range are told by the person’s clock', async () => {
  const { person, id } = await somebody();
  expect(await events(person)).toMatchObject({
    events: [
      {
        calendarId: id,
        title: 'Stand-up',
        start: '2026-03-09T09:00:00',
        end: '2026-03-09T09:15:00',
        length: 900,
      },
      { start: '2026-03-10T09:00:00' },
    ],
    faults: [],
  });
  expect((await events(person, '')).events).toHaveLength(7);
});

test('a calendar is asked again after two minutes, and then only whether it has changed', async () => {
  const { person } = await somebody();
  await events(person);
  await events(person);
  expect(asked).toHaveLength(1);
  now += 121_000;
  expect((await events(person)).events).toHaveLength(2);
  expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"v1"']);
});

test('the address is stored sealed, and nowhere to be seen', async () => {
  const { person } = await somebody();
  const { body } = await at.ask(person, 'GET', '/api/rest/calendar/sources');
  expect(body['data']).toMatchObject([{ name: 'Work', kind: 'ical', host: '127.0.0.1', color: '0f6cbd' }]);
  const { system } = at.server.dependencies.database;
  const rows = await system.selectFrom('calendar_source').selectAll().execute();
  const records = await system.selectFrom('audit_log').selectAll().execute();
  expect(JSON.stringify([body, records])).not.toContain('secret-path');
  for (const { sealed_url: sealed } of rows) expect(sealed.includes('secret-path')).toBe(false);
});

describe('a calendar that cannot be read is told', () => {
  test.each<[string, typeof answer, RegExp]>([
    ['an error', (_, response) => response.writeHead(500).end(), /answered 500/],
    ['no calendar', (_, response) => response.end('<html>'), /no iCalendar data/],
    ['a redirect to nowhere', (_, response) => response.writeHead(302).end(), /answered 302/],
    [
      'redirects without end',
      (_, response) => response.writeHead(302, { location: '/again' }).end(),
      /without end/,
    ],
    [
      'another protocol',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      /302/,
    ],
    ['a cut connection', (_, response) => void response.destroy(), /cannot be reached/],
    ['too much', (_, response) => response.end(Buffer.alloc(10_000_001)), /more than 10 MB/],
  ])('%s', async (_name, behave, message) => {
    answer = behave;
    const { person } = await somebody();
    expect(await events(person)).toMatchObject({
      events: [],
      faults: [{ message: expect.stringMatching(message) }],
    });
  });

  test('and does not keep others from being shown', async () => {
    const { person } = await somebody();
    const url = 'http://127.0.0.1:9/none.ics';
    await at.ask(person, 'POST', '/api/rest/calendar/sources', { name: 'Gone', url });
    const { events: found, faults } = await events(person);
    expect([found.length, faults.length]).toEqual([2, 1]);
  });
});

describe('addresses within a network', () => {
  const outside = { resolve: async () => [{ address: '10.0.0.1', family: 4 }], allowInside: false };

  test('are not read', async () => {
    for (const url of [`${base}/x.ics`, 'http://169.254.169.254/latest', 'https://calendar.example.com/x'])
      await expect(fetchCalendar(url, null, outside)).rejects.toThrow(/no address of the public internet/);
    expect(asked).toEqual([]);
  });

  test('are refused when they are entered', async () => {
    const strict = await testServer();
    const { team } = strict.people;
    const body = { name: 'x', url: 'webcal://127.0.0.1/x.ics' };
    expect(await strict.ask(team, 'POST', '/api/rest/calendar/sources', body)).toMatchObject({ status: 409 });
    await strict.close();
  });

  test('are not reached by a redirect either', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/inside' }).end();
    const first = new URL(base);
    // The first address passes as if it were outside; the second is an IP address of the inside.
    const fetching = {
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      get allowInside() {
        return asked.length === 0;
      },
    };
    await expect(fetchCalendar(`http://outside.example:${first.port}/`, null, fetching)).rejects.toThrow(
      /public internet/,
    );
  });
});

describe('a calendar', () => {
  test('is its person’s alone', async () => {
    const { person, id } = await somebody();
    for (const other of [at.people.administrator, at.people.team]) {
      expect((await at.ask(other, 'DELETE', `/api/rest/calendar/sources/${id}`)).status).toBe(404);
      expect((await at.ask(other, 'PATCH', `/api/rest/calendar/sources/${id}`, { name: 'x' })).status).toBe(
        404,
      );
    }
    expect((await at.ask(person, 'DELETE', `/api/rest/calendar/sources/${id}`)).status).toBe(200);
    expect((await events(person)).events).toEqual([]);
  });

  test('that is off is not read, and a new address counts at once', async () => {
    const { person, id } = await somebody();
    const change = (body: object) => at.ask(person, 'PATCH', `/api/rest/calendar/sources/${id}`, body);
    await change({ isEnabled: false });
    expect((await events(person)).events).toEqual([]);
    expect(asked).toEqual([]);
    await change({ isEnabled: true, url: `${base}/other.ics` });
    await events(person);
    expect(asked.map(({ url }) => url)).toEqual(['/other.ics']);
  });
});

test.each([
  { name: 'x', url: 'ftp://example.com/x' },
  { name: 'x', url: 'https://ann:secret@example.com/x.ics' },
  { name: ' ', url: 'https://example.com/x.ics' },
  { name: 'x', url: 'https://example.com/x.ics', color: 'red' },
])('%j is refused', async (body) => {
  expect((await at.ask(at.people.team, 'POST', '/api/rest/calendar/sources', body)).status).toBe(409);
});

test('a range over 62 days is refused', async () => {
  const path = '/api/rest/calendar/events?$from=2026-01-01&$to=2026-03-31';
  expect((await at.ask(at.people.team, 'GET', path)).status).toBe(400);
});
