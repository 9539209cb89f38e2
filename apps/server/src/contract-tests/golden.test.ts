import { calls } from '@stint/contract';
import { expect, test } from 'vitest';
import { differences, golden, goldenToken } from './golden.ts';
import { requestOf, useWire } from './http.ts';
import { samples } from './samples.ts';

const wire = useWire();

test.each(Object.entries(golden))(
  '%s answers the names and types of the specification, and no others',
  async (id, expected) => {
    const known = id as keyof typeof calls;
    const { status, body } = await wire.send(requestOf(calls[known], await samples[known](wire)));
    expect([status, differences(expected, body)]).toEqual([200, []]);
  },
);

test('pairing goes as specified: PIN, status, typed, token, refresh, and a used refresh token ends it', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (url: string, body: string, headers = {}) => wire.send({ method: 'POST', url, body, headers });
  const { stint } = wire;
  const version = '?api-version=3.2';
  const { body: shown } = await post(`/api/pin/create${version}`, '""');
  const secret = String(shown['secret']);
  const status = async () => (await post(`/api/pin/status${version}`, JSON.stringify(secret))).body;
  expect(await status()).toEqual({ status: 'Validating' });

  const grant = `client_id=OpenApi&grant_type=authorization_code&code=${encodeURIComponent(secret)}`;
  expect(await post('/token', grant, form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  await stint.ask(stint.people.team, 'POST', '/api/rest/apps', { pin: shown['pin'] });
  expect(await status()).toEqual({ status: 'Validated' });

  const { status: granted, body: tokens } = await post('/token?api-version=3.2', grant, form);
  expect([granted, differences(goldenToken, tokens)]).toEqual([200, []]);
  expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600, client_id: 'OpenApi' });
  expect(Date.parse(String(tokens['.expires'])) - Date.parse(String(tokens['.issued']))).toBe(3_600_000);
  expect(await post('/token', grant, form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });

  const refresh = (token: unknown) =>
    post('/TOKEN/', `client_id=OpenApi&grant_type=refresh_token&refresh_token=${String(token)}`, form);
  const { body: renewed } = await refresh(tokens['refresh_token']);
  expect(differences(goldenToken, renewed)).toEqual([]);
  const me = async () =>
    (
      await wire.send({
        method: 'GET',
        url: `/api/rest/me${version}`,
        headers: { authorization: `Bearer ${String(renewed['access_token'])}` },
      })
    ).status;
  expect(await me()).toBe(200);
  expect((await refresh(tokens['refresh_token'])).status).toBe(400);
  expect(await me()).toBe(401);
});

test.each([
  ['client_id=Other&grant_type=authorization_code&code=x', 'invalid_client'],
  ['client_id=OpenApi&grant_type=password', 'unsupported_grant_type'],
  ['client_id=OpenApi&grant_type=authorization_code&code=x', 'invalid_grant'],
  ['client_id=OpenApi&grant_type=refresh_token&refresh_token=x', 'invalid_grant'],
  ['client_id=OpenApi&grant_type=refresh_token', 'invalid_request'],
  ['', 'invalid_request'],
])('/token refuses "%s" with %s', async (body, error) => {
  const answer = await wire.send({
    method: 'POST',
    url: '/token',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer).toMatchObject({ status: 400, body: { error, error_description: expect.any(String) } });
  expect(Object.keys(answer.body)).toEqual(['error', 'error_description']);
});
