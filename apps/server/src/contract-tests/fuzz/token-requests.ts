import fc from 'fast-check';
import { hostile } from './hostile.ts';
import { jsonOf, textOfValue } from './json.ts';
import { encoded, type FuzzRequest } from './request.ts';

/** Requests to /token, which speaks forms. */
export function tokenRequests(): fc.Arbitrary<FuzzRequest> {
  const field = fc.constantFrom('client_id', 'grant_type', 'code', 'refresh_token', 'CLIENT_ID', '__proto__');
  const value = fc.oneof(
    fc.constantFrom('OpenApi', 'openapi', 'authorization_code', 'refresh_token', 'password', ''),
    hostile.map(textOfValue),
  );
  const form = fc
    .array(fc.tuple(field, value), { maxLength: 5 })
    .map((fields) => fields.map(([name, text]) => `${name}=${encoded(text)}`).join('&'));
  const good = value.map((text) => `client_id=OpenApi&grant_type=authorization_code&code=${encoded(text)}`);
  const json = hostile.map((body) => jsonOf(body));
  const type = fc.constantFrom(
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=UTF-8',
    'application/json',
    'text/plain',
    '',
    'multipart/form-data; boundary=x',
  );
  const payload: fc.Arbitrary<string | undefined> = fc.oneof(
    form,
    good,
    json,
    fc.constantFrom('{', '%', 'a=%zz', '&&&'),
  );
  return fc
    .record({
      payload,
      type,
      url: fc.constantFrom('/token', '/Token/', '/token?api-version=3.2', '/token?x=%'),
    })
    .map(({ payload, type, url }) => ({
      call: null,
      method: 'POST',
      url,
      headers: { 'content-type': type },
      payload,
    }));
}
