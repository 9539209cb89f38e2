import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.ts';
import { makeGroup, rolesOf } from '../groups/testing.ts';
import { type TestProvider, startTestProvider } from './testing/test-provider.ts';
import { createVisitor } from './testing/visitor.ts';

let at: TestServer;
let provider: TestProvider;
let address: string;

beforeAll(async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  address = `http://localhost:${port}`;
  provider = await startTestProvider([`${address}/auth/openid/callback`]);
  const { issuer, clientId, clientSecret } = provider;
  at = await testServer({
    environment: {
      publicUrl: address,
      openIdConnect: { issuer, clientId, clientSecret, name: 'Test provider', groupsClaim: 'groups' },
    },
  });
  await at.server.app.listen({ host: 'localhost', port });
  await makeGroup(at, { name: 'Leads', source: 'openid', externalId: 'leads', role: 'Product' });
  await makeGroup(at, { name: 'Finance', source: 'openid', externalId: 'finance', role: 'Budget' });
  await makeGroup(at, { name: 'Owners', source: 'openid', externalId: 'owners', role: 'Administrator' });
});
afterAll(async () => {
  await at.close();
  await provider.close();
});

/** Signs in with a claim; answers the person's role and id. */
async function signIn(
  login: string,
  claims: { groups?: readonly string[]; hasgroups?: boolean },
): Promise<{ id: string; role: string }> {
  const email = `${login}@demo.local`;
  provider.accounts.set(login, { email, email_verified: true, name: login, ...claims });
  const visitor = createVisitor();
  await visitor.signIn(`${address}/auth/openid/start`, login);
  const { text } = await visitor.open(`${address}/auth/session`);
  const { data } = JSON.parse(text) as { data: { role: string; user: { id: string } } };
  return { id: data.user.id, role: data.role };
}

describe('the groups that the provider names at a sign-in', () => {
  it('give their roles to people whom nobody knew, at once', async () => {
    expect(await signIn('nora', { groups: ['leads', 'unknown'] })).toMatchObject({ role: 'Product' });
    expect(await signIn('nora', { groups: ['leads', 'finance'] })).toMatchObject({ role: 'Budget' });
  });

  it('take the roles of groups that are no longer named', async () => {
    const { id } = await signIn('olaf', { groups: ['finance'] });
    expect(await signIn('olaf', { groups: [] })).toMatchObject({ role: 'None' });
    expect(await rolesOf(at, { id })).toEqual(['None', null]);
  });

  it('change nothing where the provider tells none, or too many', async () => {
    await signIn('pia', { groups: ['leads'] });
    expect(await signIn('pia', {})).toMatchObject({ role: 'Product' });
    expect(await signIn('pia', { hasgroups: true })).toMatchObject({ role: 'Product' });
  });

  it('leave groups of other sources alone', async () => {
    const { team } = at.people;
    await makeGroup(at, { name: 'By hand', role: 'Product' }, [team]);
    expect(await signIn('team', { groups: [] })).toEqual({ id: team.id, role: 'Product' });
  });

  it('do not take the last administrator, which is on record once', async () => {
    const { administrator } = at.people;
    const { id } = await signIn('quinn', { groups: ['owners'] });
    const body = { users: [{ id: administrator.id, role: { name: 'Team' } }] };
    await at.ask(administrator, 'POST', '/api/rest/users/roles', body);
    for (let visit = 0; visit < 2; visit += 1)
      expect(await signIn('quinn', { groups: ['leads'] })).toMatchObject({ role: 'Administrator' });
    const kept = await at.server.dependencies.database.system
      .selectFrom('audit_log')
      .select(['entity_id', 'after'])
      .where('action', '=', 'keep')
      .execute();
    expect(kept).toEqual([{ entity_id: id, after: { role: 'Administrator', reason: 'last Administrator' } }]);

    const other = await at.addPerson(at.organizationId, 'another', 'Administrator');
    expect((await at.ask(other, 'GET', '/api/rest/groups')).status).toBe(200);
    expect(await signIn('quinn', { groups: ['leads'] })).toMatchObject({ role: 'Product' });
  });
});
