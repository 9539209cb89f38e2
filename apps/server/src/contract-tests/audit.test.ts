import { allCalls, type Call } from '@stint/contract';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { everythingOf } from './everything-of.ts';
import { requestOf, useWire, type WireAnswer } from './http.ts';
import type { Sample } from './sample.ts';
import { PASSWORD } from './sample-parts.ts';
import { samples } from './samples.ts';

const wire = useWire({ log: createLog('silent') });

/** Writes that leave nothing on record, each with its reason. */
const unrecorded: Record<string, string> = {
  createPin: 'nobody is known yet; what a typed PIN leads to is on record',
  selectTrack: 'what would be tracked next is no time yet',
  answerActivityCheck: 'only says that somebody is there',
  postponeIdleCheck: 'only moves a reminder',
};

/** What has to be so for a sample to change something. */
const before: Partial<Record<keyof typeof samples, () => Promise<unknown>>> = {
  stopTracking: () => change('team', 'POST', '/api/tracking/client/startTracking', { tfsId: 7 }),
  changeSettings: () => change('administrator', 'PATCH', '/api/rest/settings', { durationFormat: '0.0' }),
  changeOwnSettings: () => change('team', 'PATCH', '/api/rest/me/settings', { durationFormat: '0.0' }),
  setMaintenance: () =>
    change('administrator', 'PUT', '/api/rest/maintenance', { operation: 'active', message: 'soon' }),
  setDefaultActivityType: async () => {
    const { server, organizationId } = wire.stint;
    const organization = await server.dependencies.organizations.byId(organizationId);
    const id = organization?.activityTypes.find(({ name }) => name !== '[Not Set]')?.id;
    return change('administrator', 'PUT', '/api/rest/activityTypes/default', { id });
  },
};

function change(as: 'team' | 'administrator', method: 'POST' | 'PATCH' | 'PUT', url: string, body: object) {
  return wire.stint.ask(wire.stint.people[as], method, url, body);
}

const writes = allCalls.filter(({ effect, id }) => effect === 'write' && !(id in unrecorded));
const cases = writes.map((call) => [call.id, call] as const);

/** Names and secrets that were in requests and answers. */
const secrets = new Set<string>([PASSWORD]);
let owner: Client;

beforeAll(async () => {
  owner = new Client(wire.stint.database.connectionString);
  await owner.connect();
  for (const person of Object.values(wire.stint.people)) {
    secrets.add(person.token);
    secrets.add(person.email);
  }
});
afterAll(() => owner.end());

async function prepare(call: Call): Promise<Sample> {
  await before[call.id as keyof typeof samples]?.();
  return samples[call.id as keyof typeof samples](wire);
}

async function ask(call: Call, sample: Sample): Promise<WireAnswer> {
  const answer = await wire.send(requestOf(call, sample));
  noteSecrets(sample.body);
  noteSecrets(answer.body);
  return answer;
}

/** Values of fields that hold secrets or say who somebody is. */
function noteSecrets(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  for (const [name, each] of Object.entries(value)) {
    if (typeof each === 'string' && /^(token|secret|pin|password|pat|email|csrfToken)$/i.test(name)) {
      if (each.length >= 6 && each !== 'simulator') secrets.add(each);
    } else noteSecrets(each);
  }
}

/** Ids of the audit rows that are there, by how they came into the transaction. */
async function auditIds(): Promise<Set<string>> {
  const { system } = wire.stint.server.dependencies.database;
  return new Set((await system.selectFrom('audit_log').select('id').execute()).map(({ id }) => id));
}

test('what is unrecorded is a write of the contract', () => {
  const known = new Set(allCalls.filter(({ effect }) => effect === 'write').map(({ id }) => id));
  expect(Object.keys(unrecorded).filter((id) => !known.has(id))).toEqual([]);
});

describe('every write is on record', () => {
  test.each(cases)('%s', async (_id, call) => {
    const sample = await prepare(call);
    const known = await auditIds();
    expect(await ask(call, sample)).toMatchObject({ status: 200 });
    expect((await auditIds()).difference(known).size).toBeGreaterThan(0);
  });
});

describe('where it cannot be recorded, nothing is changed', () => {
  beforeAll(async () => {
    await owner.query(`
      create function refuse_audit() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
      create trigger refuse_audit before insert on audit_log for each row execute function refuse_audit();
      alter table audit_log disable trigger refuse_audit`);
  });

  test.each(cases)('by %s', async (_id, call) => {
    const sample = await prepare(call);
    const was = await everythingOf(wire.stint, wire.stint.organizationId);
    await owner.query('alter table audit_log enable trigger refuse_audit');
    const { status } = await ask(call, sample);
    await owner.query('alter table audit_log disable trigger refuse_audit');
    expect(status).toBe(500);
    expect(await everythingOf(wire.stint, wire.stint.organizationId)).toEqual(was);
  });
});

describe('what is on record', () => {
  test('holds no secrets, no e-mail addresses and no names of people', async () => {
    const { system } = wire.stint.server.dependencies.database;
    const { rows } = await sql<{ text: string }>`
      select action || ' ' || entity || ' ' || concat(entity_id, before, after) as text from audit_log`.execute(
      system,
    );
    const groups = await system.selectFrom('person_group').select('name').execute();
    const people = await system.selectFrom('person').select('display_name').execute();
    // Some are words that stand for other things too, or name groups of the samples.
    const words = [...Object.keys(wire.stint.people), 'New', 'Renamed'];
    const others = new Set([...words, ...groups.map(({ name }) => name)]);
    const names = people.map((person) => person.display_name).filter((name) => !others.has(name));
    for (const { text } of rows) {
      for (const secret of secrets) expect(text).not.toContain(secret);
      for (const name of names) expect(text).not.toMatch(new RegExp(String.raw`\b${name}\b`));
      expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/);
      expect(text).not.toMatch(/whsec_|stint_|eyJ|[?&]\w+=/);
    }
    expect(rows.length).toBeGreaterThan(cases.length);
  });

  test('says whose thing it was, so that this person may read it', async () => {
    const { rows } = await sql<{ entity: string }>`
      select distinct entity || ' ' || action as entity from audit_log
      where coalesce(after ->> 'person_id', after ->> 'personId', before ->> 'person_id', before ->> 'personId')
        is distinct from coalesce(affects, person_id)::text
        and entity in ('worklog', 'week')`.execute(wire.stint.server.dependencies.database.system);
    expect(rows).toEqual([]);
  });
});
