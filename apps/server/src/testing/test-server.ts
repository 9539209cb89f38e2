import type { RoleName } from '@stint/contract';
import { type TestDatabase, testDatabase } from '@stint/postgres/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { createServer, type Server } from '../composition.ts';
import { type Environment, readEnvironment } from '../environment.ts';
import { makeOrganization } from '../identity/make-organization.ts';
import { hashSecret, newSecret } from '../identity/secrets.ts';
import { migrationsFolder } from '../location.ts';
import { createLog } from '../log.ts';

export { migrationsFolder };

/** A person of the tests with an API token. */
export interface TestPerson {
  id: string;
  email: string;
  token: string;
  organizationId: string;
}

export interface TestServer {
  server: Server;
  database: TestDatabase;
  /** The default organization, `demo`. */
  organizationId: string;
  /** A second organization, `other`; reached as the collection `other`. */
  otherOrganizationId: string;
  /** One person per role in `demo`, and a global approval manager of the role Team; `stranger` is an Administrator of `other`. */
  people: Record<
    'none' | 'team' | 'product' | 'budget' | 'administrator' | 'manager' | 'stranger',
    TestPerson
  >;
  /** Makes one more person with a token. */
  addPerson(organizationId: string, name: string, role: RoleName): Promise<TestPerson>;
  /** A request as that person, `api-version=3.2` added when the address names none. */
  ask(
    person: TestPerson | null,
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** An answer with its JSON; tests look into it with matchers. */
export interface Answer {
  status: number;
  body: Json;
  headers: LightMyRequestResponse['headers'];
}

/** JSON whose shape the test checks itself. */
export interface Json {
  [key: string]: Json;
}

export interface TestServerOptions {
  environment?: Partial<Environment>;
  clock?: () => number;
  /** By default errors go to standard error. */
  log?: Logger;
}

/** A server on a fresh database with two organizations; requests are injected, jobs do not run unless started. */
export async function testServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await testDatabase(migrationsFolder);
  const environment = { ...readEnvironment({ STINT_QUOTA: 'off', STINT_DEMO: '0' }), ...options.environment };
  const server = await createServer({
    config: database.config,
    environment,
    log: options.log ?? createLog('error'),
    ...(options.clock && { clock: options.clock }),
  });
  const { system } = server.dependencies.database;
  const organizationId = await makeOrganization(system, { name: 'Demo', slug: 'demo', isDefault: true });
  const otherOrganizationId = await makeOrganization(system, {
    name: 'Other',
    slug: 'other',
    isDefault: false,
  });

  async function addPerson(organization: string, name: string, role: RoleName): Promise<TestPerson> {
    const person = {
      id: uuid(),
      email: `${name}@demo.local`,
      token: newSecret(),
      organizationId: organization,
    };
    await system
      .insertInto('person')
      .values({
        organization_id: organization,
        id: person.id,
        unique_name: person.email,
        email: person.email,
        display_name: name,
        role,
        time_zone: 'Europe/Berlin',
      })
      .execute();
    await system
      .insertInto('api_token')
      .values({
        organization_id: organization,
        id: uuid(),
        secret_hash: hashSecret(person.token),
        person_id: person.id,
        name: 'test',
        expires_at: new Date(Date.now() + 86_400_000).toISOString(),
      })
      .execute();
    return person;
  }

  const manager = await addPerson(organizationId, 'manager', 'Team');
  await system
    .updateTable('person')
    .set({ is_approval_manager: true, is_global_approval_manager: true })
    .where('organization_id', '=', organizationId)
    .where('id', '=', manager.id)
    .execute();

  return {
    server,
    database,
    organizationId,
    otherOrganizationId,
    people: {
      none: await addPerson(organizationId, 'none', 'None'),
      team: await addPerson(organizationId, 'team', 'Team'),
      product: await addPerson(organizationId, 'product', 'Product'),
      budget: await addPerson(organizationId, 'budget', 'Budget'),
      administrator: await addPerson(organizationId, 'administrator', 'Administrator'),
      manager,
      stranger: await addPerson(otherOrganizationId, 'stranger', 'Administrator'),
    },
    addPerson,
    async ask(person, method, url, body, headers = {}) {
      const answer = await server.app.inject({
        method: method ?? 'GET',
        url: /api-version=/i.test(url) ? url : `${url}${url.includes('?') ? '&' : '?'}api-version=3.2`,
        headers: {
          ...(person && { authorization: `Bearer ${person.token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: answer.statusCode, body: readBody(answer.body), headers: answer.headers };
    },
    async close() {
      await server.close();
      await database.drop();
    },
  };
}

function readBody(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return { text: text as unknown as Json };
  }
}
