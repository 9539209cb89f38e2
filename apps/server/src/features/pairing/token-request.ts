/** What a client asks of `/token`. */
export type TokenRequest =
  | { grantType: 'authorization_code'; code: string }
  | { grantType: 'refresh_token'; refreshToken: string };

/** A refusal of `/token` (RFC 6749 5.2); api.md 5 answers all of them with 400. */
export class TokenError extends Error {
  readonly error: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type';

  constructor(error: TokenError['error'], description: string) {
    super(description);
    this.name = 'TokenError';
    this.error = error;
  }
}

/** The one client that pairing knows (api.md 5). */
export const CLIENT_ID = 'OpenApi';

/** Reads the body of `/token`, the text of a form or JSON; throws TokenError for the first thing that is wrong with it. */
export function readTokenRequest(body: unknown): TokenRequest {
  const fields = typeof body === 'string' ? readForm(body) : new Map(Object.entries(body ?? {}));
  if (field(fields, 'client_id').toLowerCase() !== CLIENT_ID.toLowerCase()) {
    throw new TokenError('invalid_client', `client_id must be ${CLIENT_ID}.`);
  }
  const grantType = field(fields, 'grant_type');
  if (grantType === 'refresh_token') return { grantType, refreshToken: field(fields, 'refresh_token') };
  // The secret is Base64; a client that does not encode its form sends "+", which a form reads as a space.
  if (grantType === 'authorization_code')
    return { grantType, code: field(fields, 'code').replaceAll(' ', '+') };
  throw new TokenError('unsupported_grant_type', 'grant_type must be authorization_code or refresh_token.');
}

/** Reads the body of `/token/revoke`: the token, access or refresh; throws TokenError for what is no such body. */
export function readRevocation(body: unknown): string {
  const fields = typeof body === 'string' ? readForm(body) : new Map(Object.entries(body ?? {}));
  return field(fields, 'token');
}

function readForm(text: string): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (fields.has(name))
      throw new TokenError('invalid_request', `The field ${name.slice(0, 40)} is there twice.`);
    fields.set(name, value);
  }
  return fields;
}

function field(fields: Map<string, unknown>, name: string): string {
  const value = fields.get(name);
  if (value === undefined || value === null || value === '') {
    throw new TokenError('invalid_request', `The field ${name} is missing.`);
  }
  if (typeof value === 'string') return value;
  throw new TokenError('invalid_request', `The field ${name} must be a text.`);
}
