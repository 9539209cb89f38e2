import { calls, type Call, type TrackingState } from '@stint/contract';
import { Compile } from 'typebox/compile';
import { expect } from 'vitest';
import type { Json, TestPerson, TestServer } from '../../../testing/test-server.ts';

/** Monday, 2026-03-02 09:00:00.123 in Berlin. */
export const MORNING = Date.parse('2026-03-02T08:00:00.123Z');

/** The state call by call checked against its schema, and for being the same at the top level and under `data`. */
export interface Tracker {
  person: TestPerson;
  get(path: string): Promise<TrackingState>;
  post(path: string, body?: unknown): Promise<TrackingState>;
  /** A call that answers something else than a state. */
  ask(call: Call, path: string, body?: unknown): Promise<Json>;
}

/** One person's tracking client. */
export function tracker(stint: TestServer, person: TestPerson): Tracker {
  async function ask(call: Call, path: string, body?: unknown): Promise<Json> {
    const answer = await stint.ask(person, call.method, `/api/tracking/client/${path}`, body);
    expect({ status: answer.status, faults: faultsOf(call, answer.body) }).toEqual({
      status: 200,
      faults: [],
    });
    const { data, ...top } = answer.body;
    expect(top).toEqual(data);
    return data as Json;
  }
  return {
    person,
    ask,
    get: async (path) => (await ask(calls.getCurrentTrack, path)) as unknown as TrackingState,
    post: async (path, body) => (await ask(calls.startTracking, path, body)) as unknown as TrackingState,
  };
}

const compiled = new Map<string, ReturnType<typeof Compile>>();

function faultsOf(call: Call, body: unknown): unknown[] {
  const validator = compiled.get(call.id) ?? Compile(call.answer);
  compiled.set(call.id, validator);
  return [...validator.Errors(body)];
}

/** Changes settings of an organization, and waits until the server has heard of it. */
export async function setRules(stint: TestServer, settings: object): Promise<void> {
  const { database, feed, organizations } = stint.server.dependencies;
  await database.system
    .updateTable('organization')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', stint.organizationId)
    .execute();
  feed.tell(stint.organizationId);
  const organization = await organizations.byId(stint.organizationId);
  expect(organization?.settings).toMatchObject(settings);
}

/** A person's worklogs, oldest first. */
export function workLogsOf(stint: TestServer, person: TestPerson) {
  return stint.server.dependencies.database.system
    .selectFrom('work_log')
    .select([
      'id',
      'seconds',
      'started_at',
      'local_started_at',
      'work_item_id',
      'comment',
      'activity_type_id',
      'is_tracked',
      'is_billable',
      'billable_seconds',
    ])
    .where('person_id', '=', person.id)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
}

/** What the audit log says of a person's tracks, in the order it was written. */
export function auditOf(stint: TestServer, trackIds: readonly string[]) {
  return stint.server.dependencies.database.system
    .selectFrom('audit_log')
    .select(['person_id', 'via', 'action', 'entity_id', 'before', 'after'])
    .where('entity', '=', 'track')
    .where('entity_id', 'in', trackIds)
    .orderBy('id')
    .execute();
}
