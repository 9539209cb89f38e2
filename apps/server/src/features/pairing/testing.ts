import type { FastifyInstance } from 'fastify';
import { textOf } from '../../testing/browser.ts';
import type { Json, TestPerson, TestServer } from '../../testing/test-server.ts';

export interface TokenAnswer {
  status: number;
  body: Json;
  headers: Record<string, unknown>;
}

/** Sends a form to `/token` as a client does. */
export async function askForToken(
  app: FastifyInstance,
  fields: Record<string, string>,
  url = '/token',
): Promise<TokenAnswer> {
  const answer = await app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Json, headers: answer.headers };
}

export const redeem = (app: FastifyInstance, code: string): Promise<TokenAnswer> =>
  askForToken(app, { client_id: 'OpenApi', grant_type: 'authorization_code', code });

export const refreshBy = (app: FastifyInstance, token: string): Promise<TokenAnswer> =>
  askForToken(app, { client_id: 'OpenApi', grant_type: 'refresh_token', refresh_token: token });

/** Lets an app ask for a PIN; the tests may have asked for many from their one address. */
export async function newPin(test: TestServer): Promise<{ pin: string; secret: string }> {
  await test.server.dependencies.attempts.forget(test.organizationId, 'pins for 127.0.0.1');
  const { body } = await test.ask(null, 'POST', '/api/pin/create');
  return { pin: textOf(body.pin), secret: textOf(body.secret) };
}

/** An app with its tokens, paired by the person. */
export async function pairedApp(test: TestServer, person: TestPerson) {
  const { pin, secret } = await newPin(test);
  const { body } = await test.ask(person, 'POST', '/api/rest/apps', { pin, name: 'Test app' });
  const tokens = await redeem(test.server.app, secret);
  return {
    id: textOf(body.data?.id),
    secret,
    access: textOf(tokens.body.access_token),
    refresh: textOf(tokens.body.refresh_token),
  };
}
