import type { AddressInfo } from 'node:net';
import type { OrganizationSettings, RoleName } from '@stint/contract';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type Json, type TestPerson, type TestServer, testServer } from '../../../testing/test-server.ts';

/** Wednesday, in the week of THIS_WEEK. */
const NOW = Date.parse('2026-03-11T10:00:00Z');
export const THIS_WEEK = '2026-03-09';
export const NEXT_WEEK = '2026-03-16';
export const LAST_WEEK = '2026-03-02';
export const WEEK_BEFORE = '2026-02-23';

/** An answer as it came over HTTP. */
export interface WireAnswer {
  status: number;
  body: Json;
}

/** What makes somebody an approval manager. */
export type ManagerKind = 'none' | 'assigned' | 'global';

/** What the tests of approvals work with. */
export interface WeeksTest {
  stint: TestServer;
  /** The server's clock, epoch milliseconds; every test begins at NOW. */
  now: number;
  /** A new person of the role Team for every test. */
  me: TestPerson;
  /** A global approval manager. */
  manager: TestPerson;
  /** A request over real HTTP, with a path below `/api/rest/`. */
  ask(person: TestPerson, method: string, path: string, body?: object): Promise<WireAnswer>;
  /** One more person. */
  somebody(role?: RoleName, kind?: ManagerKind): Promise<TestPerson>;
  /** Sets the settings, all others to their defaults. */
  settings(settings: Partial<OrganizationSettings>): Promise<void>;
  /** Books an hour, or so many seconds. */
  book(person: TestPerson, timestamp: string, length?: number): Promise<WireAnswer>;
  submit(person: TestPerson, weekStart: string, assignedManagerId?: string): Promise<WireAnswer>;
  revoke(person: TestPerson, weekStart: string): Promise<WireAnswer>;
  /** A manager's act on one week or on many. */
  act(person: TestPerson, act: string, body: object): Promise<WireAnswer>;
  /** A person's week as they see it. */
  week(person: TestPerson, weekStart: string): Promise<Json>;
}

/** Sets a server with a movable clock up for the tests of a file. */
export function useWeeks(): WeeksTest {
  let people = 0;
  const path = 'timeApproval';
  const context: WeeksTest = {
    now: NOW,
    somebody,
    settings,
    book: (person, timestamp, length = 3600) =>
      context.ask(person, 'POST', 'workLogs', { timestamp, length, comment: 'work' }),
    submit: (person, weekStart, assignedManagerId) =>
      context.ask(person, 'POST', `${path}/week`, { weekStart, assignedManagerId }),
    revoke: (person, weekStart) =>
      context.ask(person, 'DELETE', `${path}/week?weekStart=${encodeURIComponent(weekStart)}`),
    act: (person, act, body) => context.ask(person, 'POST', `${path}/week/${act}`, body),
    week: async (person, start) => {
      const range = `$fromTimestamp=${start}&$toTimestamp=${start}`;
      const { body } = await context.ask(person, 'GET', `${path}/weeks?${range}`);
      return body['data']?.['0'] ?? {};
    },
  } as WeeksTest;

  async function somebody(role: RoleName = 'Team', kind: ManagerKind = 'none'): Promise<TestPerson> {
    people += 1;
    const { organizationId, server } = context.stint;
    const person = await context.stint.addPerson(organizationId, `person${people}`, role);
    await server.dependencies.database.system
      .updateTable('person')
      .set({ is_approval_manager: kind !== 'none', is_global_approval_manager: kind === 'global' })
      .where('organization_id', '=', organizationId)
      .where('id', '=', person.id)
      .execute();
    return person;
  }

  async function settings(changed: Partial<OrganizationSettings>): Promise<void> {
    const { database, feed } = context.stint.server.dependencies;
    await database.system
      .updateTable('organization')
      .set({ settings: JSON.stringify(changed) })
      .where('id', '=', context.stint.organizationId)
      .execute();
    feed.tell(context.stint.organizationId);
  }

  beforeAll(async () => {
    context.stint = await testServer({ clock: () => context.now });
    context.manager = context.stint.people.manager;
    const { app } = context.stint.server;
    await app.listen({ port: 0, host: '127.0.0.1' });
    const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    context.ask = (person, method, path, body) => send(`${base}/api/rest/${path}`, person, method, body);
  });
  afterAll(() => context.stint.close());
  beforeEach(async () => {
    context.now = NOW;
    await settings({});
    context.me = await somebody();
  });
  return context;
}

async function send(url: string, person: TestPerson, method: string, body?: object): Promise<WireAnswer> {
  const answer = await fetch(`${url}${url.includes('?') ? '&' : '?'}api-version=3.2`, {
    method,
    headers: {
      authorization: `Bearer ${person.token}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Json };
}

/** Status, code and message of a refusal. */
export function refusal({ status, body }: Pick<WireAnswer, 'status' | 'body'>): {
  status: number;
  code: unknown;
  message: string;
} {
  return {
    status,
    code: body['error']?.['errorCode'],
    message: String(body['error']?.['message'] ?? ''),
  };
}
