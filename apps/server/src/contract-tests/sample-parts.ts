import { SESSION_COOKIE } from '../http/credentials.ts';
import { hashPassword } from '../identity/passwords.ts';
import { csrfTokenOf, hashSecret } from '../identity/secrets.ts';
import { beginSession } from '../identity/sessions.ts';
import { textOf } from '../testing/browser.ts';
import type { TestPerson, TestServer } from '../testing/test-server.ts';
import type { Sample } from './sample.ts';

export const PASSWORD = 'correct horse battery staple';

let made = 0;

export function unique(): string {
  made += 1;
  return `person${made}`;
}

export function somebody(stint: TestServer): Promise<TestPerson> {
  return stint.addPerson(stint.organizationId, unique(), 'Team');
}

export async function withPassword(stint: TestServer): Promise<TestPerson> {
  const person = await somebody(stint);
  await stint.server.dependencies.database.system
    .insertInto('password')
    .values({
      organization_id: stint.organizationId,
      person_id: person.id,
      hash: await hashPassword(PASSWORD),
    })
    .execute();
  return person;
}

export async function workLog(stint: TestServer): Promise<string> {
  const { body } = await stint.ask(stint.people.team, 'POST', '/api/rest/workLogs', {
    length: 60,
    comment: 'made',
    timestamp: '2026-03-01T08:00:00',
  });
  return textOf(body['data']?.['id']);
}

export async function pin(stint: TestServer): Promise<{ pin: string; secret: string }> {
  await stint.server.dependencies.attempts.forget(stint.organizationId, 'pins for 127.0.0.1');
  return (await stint.ask(null, 'POST', '/api/pin/create')).body as unknown as {
    pin: string;
    secret: string;
  };
}

export async function app(stint: TestServer): Promise<string> {
  const { body } = await stint.ask(stint.people.team, 'POST', '/api/rest/apps', {
    pin: (await pin(stint)).pin,
  });
  return textOf(body['data']?.['id']);
}

/** A browser's session: its cookie, with the CSRF token that goes with writes. */
export async function session(stint: TestServer): Promise<Sample & { sessionId: string }> {
  const { id: personId } = await somebody(stint);
  const { organizationId } = stint;
  const db = stint.server.dependencies.database.organization(organizationId);
  const source = { personId, via: 'web', address: null } as const;
  const secret = await beginSession(db, source, {
    organizationId,
    personId,
    method: 'password',
    userAgent: 'test',
    replaces: undefined,
  });
  const { id } = await db
    .selectFrom('session')
    .select('id')
    .where('secret_hash', '=', hashSecret(secret))
    .executeTakeFirstOrThrow();
  return {
    person: null,
    sessionId: id,
    headers: { cookie: `${SESSION_COOKIE}=${secret}`, 'x-csrf-token': csrfTokenOf(secret) },
  };
}
