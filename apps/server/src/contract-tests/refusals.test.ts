import { allCalls, areaPrefix, type Call } from '@stint/contract';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { hashSecret } from '../identity/secrets.ts';
import { textOf } from '../testing/browser.ts';
import type { TestPerson } from '../testing/test-server.ts';
import { everythingOf } from './everything-of.ts';
import { requestOf, useWire } from './http.ts';
import type { Sample } from './sample.ts';
import { samples } from './samples.ts';
import { refusalFault } from './shapes.ts';

const wire = useWire();

const guarded = allCalls.filter(({ access }) => access !== 'anyone');
const withTokens = (calls: readonly Call[]) => calls.map((call) => [call.id, call] as const);

/** Asks a call with a good sample as somebody else, and answers the status of the refusal. */
async function refused(call: Call, person: TestPerson | null, collection = ''): Promise<number> {
  const sample = await samples[call.id as keyof typeof samples](wire);
  const path = (text: string) => text.replace('/api/', `/api/${collection}`);
  const { headers: _headers, ...rest } = sample;
  const answer = await wire.send(requestOf(call, { ...rest, person }, { path }));
  expect(refusalFault(answer.status, answer.body, answer.headers.get('retry-after'))).toBeNull();
  return answer.status;
}

/** Nobody, strangers and roles stand in the table of roles. */
describe('with credentials that are no longer good, or never were', () => {
  const broken: Record<string, TestPerson | null> = {};

  beforeAll(async () => {
    const { stint } = wire;
    const expired = await stint.addPerson(stint.organizationId, 'expired', 'Administrator');
    const revoked = await stint.addPerson(stint.organizationId, 'revoked', 'Administrator');
    const { system } = stint.server.dependencies.database;
    const token = (person: TestPerson) =>
      system.updateTable('api_token').where('secret_hash', '=', hashSecret(person.token));
    await token(expired).set({ expires_at: sql<string>`now() - interval '1 second'` }).execute();
    await token(revoked).set({ revoked_at: sql<string>`now()` }).execute();
    Object.assign(broken, { expired, revoked });
    broken['garbage'] = { ...expired, token: 'garbage' };
    broken['truncated'] = { ...expired, token: stint.people.administrator.token.slice(1) };
  });

  describe.each(['garbage', 'truncated', 'expired', 'revoked'])('%s', (name) => {
    test.each(withTokens(guarded))('%s is 401', async (_id, call) => {
      expect(await refused(call, broken[name] ?? null)).toBe(401);
    });
  });

  test('a token is good in its own organization only', async () => {
    const areas = guarded.filter(({ area }) => area !== 'auth');
    for (const call of areas)
      expect([call.id, await refused(call, wire.stint.people.administrator, 'other/')]).toEqual([
        call.id,
        401,
      ]);
  });
});

describe('ids of another organization', () => {
  /** A worklog, a token, a group and more of the stranger. */
  const foreign: Record<string, string> = {};

  beforeAll(async () => {
    const { stint } = wire;
    const { stranger } = stint.people;
    const added = await stint.ask(stranger, 'POST', '/api/other/rest/workLogs', {
      length: 60,
      comment: 'theirs',
    });
    const token = await stint.ask(stranger, 'POST', '/api/other/rest/tokens', { name: 'theirs' });
    const organization = await stint.server.dependencies.organizations.byId(stint.otherOrganizationId);
    const group = await stint.ask(stranger, 'POST', '/api/other/rest/groups', { name: 'Theirs' });
    Object.assign(foreign, {
      group: textOf(group.body['data']?.['id']),
      workLog: textOf(added.body['data']?.['id']),
      token: textOf(token.body['data']?.['id']),
      user: stranger.id,
      activityType: organization?.activityTypes[1]?.id,
    });
  });

  const kinds = ['workLog', 'token', 'user', 'activityType', 'group'];
  // The id of a layout is its owner's to choose, so any is theirs.
  const takingIds = allCalls.filter(
    ({ id, params }) =>
      params.properties['id'] !== undefined &&
      'format' in params.properties['id'] &&
      id !== 'setExplorerLayout',
  );
  const cases = takingIds.flatMap((call) => kinds.map((kind) => [call.id, kind, call] as const));

  test.each(cases)(
    '%s with the id of a foreign %s is 404 and changes nothing there',
    async (_id, kind, call) => {
      const before = await everythingOf(wire.stint, wire.stint.otherOrganizationId);
      const sample = await samples[call.id as keyof typeof samples](wire);
      const answer = await wire.send(requestOf(call, withId(sample, String(foreign[kind]))));
      expect([answer.status, refusalFault(answer.status, answer.body, null)]).toEqual([404, null]);
      expect(await everythingOf(wire.stint, wire.stint.otherOrganizationId)).toEqual(before);
    },
  );

  test('a worklog for or of somebody else’s organization is refused, naming the field', async () => {
    const { administrator } = wire.stint.people;
    const before = await everythingOf(wire.stint, wire.stint.otherOrganizationId);
    for (const [field, id] of [
      ['userId', foreign['user']],
      ['activityTypeId', foreign['activityType']],
    ] as const) {
      for (const [path, wrap] of [
        ['', one],
        ['/batch', list],
      ] as const) {
        const body = wrap({ length: 60, comment: 'x', [field]: id });
        const answer = await wire.stint.ask(administrator, 'POST', `/api/rest/workLogs${path}`, body);
        expect(answer).toMatchObject({
          status: 409,
          body: { error: { message: expect.stringContaining(field) } },
        });
      }
    }
    expect(await everythingOf(wire.stint, wire.stint.otherOrganizationId)).toEqual(before);
  });

  test('a client-made id that another organization uses is free here', async () => {
    const body = { id: foreign['workLog'], length: 90, comment: 'ours' };
    const { status } = await wire.stint.ask(wire.stint.people.team, 'POST', '/api/rest/workLogs', body);
    expect(status).toBe(200);
    const theirs = await wire.stint.ask(
      wire.stint.people.stranger,
      'GET',
      `/api/other/rest/workLogs/${foreign['workLog']}`,
    );
    expect(theirs.body['data']).toMatchObject({ length: 60, comment: 'theirs' });
  });

  test('roles of foreign people are not changed, by id or by e-mail', async () => {
    const { administrator, stranger } = wire.stint.people;
    const before = await everythingOf(wire.stint, wire.stint.otherOrganizationId);
    const role = { name: 'None' };
    const body = {
      users: [
        { id: stranger.id, role },
        { email: stranger.email, role },
      ],
    };
    const { body: answer } = await wire.stint.ask(administrator, 'POST', '/api/rest/users/roles', body);
    expect(answer['data']).toMatchObject({ succeeded: 0, failed: 2 });
    expect(await everythingOf(wire.stint, wire.stint.otherOrganizationId)).toEqual(before);
  });

  test('tracking with a foreign activity type is refused with 200 and a message, and starts nothing', async () => {
    const { team } = wire.stint.people;
    await wire.stint.ask(team, 'POST', '/api/tracking/client/stopTracking');
    const body = { tfsId: 7, activityTypeId: foreign['activityType'] };
    const answer = await wire.stint.ask(team, 'POST', '/api/tracking/client/startTracking', body);
    expect(answer).toMatchObject({
      status: 200,
      body: { trackSettings: { responseState: 'Error', responseMessage: expect.any(String) } },
    });
    expect(answer.body['track']?.['trackingState']).not.toBe('tracking');
  });

  test('lists show nothing of another organization', async () => {
    const { administrator } = wire.stint.people;
    const lists = guarded.filter(
      (call) => call.method === 'GET' && (call.answer as { type?: string }).type === 'array',
    );
    expect(lists.length).toBeGreaterThan(5);
    for (const call of lists) {
      const { body } = await wire.stint.ask(administrator, 'GET', areaPrefix[call.area] + call.path);
      for (const id of Object.values(foreign).filter((each) => each !== foreign['workLog']))
        expect(JSON.stringify(body)).not.toContain(id);
    }
  });
});

/** The sample about another thing, which its body names where it has named the first one. */
function withId(sample: Sample, id: string): Sample {
  const own = sample.params?.['id'] ?? '';
  const body = JSON.stringify(sample.body)?.replaceAll(own, id);
  return { ...sample, params: { ...sample.params, id }, ...(body !== undefined && { body }) };
}

function one<Value>(value: Value): Value {
  return value;
}

function list<Value>(value: Value): Value[] {
  return [value];
}
