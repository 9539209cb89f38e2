import { CalendarFault } from '../fault.ts';

/** Milliseconds for one answer. */
const TIMEOUT = 15_000;
const MOST_BYTES = 10_000_000;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Asks a service's API for JSON: a path below its address, or a whole address that it has told. */
export type Ask = (address: string, headers?: Record<string, string>) => Promise<JsonObject>;

/** The service does not take the access token. */
export class TokenRefused extends Error {}

/**
 * Asks with an access token, which never leaves for another server than the API's. Throws TokenRefused, or CalendarFault when there is no
 * answer, or none that is understood.
 */
export function createAsk({ name, apiUrl }: { name: string; apiUrl: string }, accessToken: string): Ask {
  return async (address, headers = {}) => {
    const url = URL.parse(address, `${apiUrl}/`);
    if (url?.origin !== new URL(apiUrl).origin) throw new CalendarFault(`${name} leads to another server`);
    const response = await send(url, name, { ...headers, authorization: `Bearer ${accessToken}` });
    const body = await jsonOf(response, name);
    if (response.status === 401) throw new TokenRefused();
    if (response.ok && body !== null) return body;
    throw new CalendarFault(response.ok ? `${name} answered something else than a calendar` : refusal());

    function refusal(): string {
      if (response.status === 429) return `${name} wants to be asked less often; try again later`;
      const code = codeOf(body);
      return `${name} answered ${response.status}${code === null ? '' : ` (${code})`}`;
    }
  };
}

async function send(url: URL, name: string, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { accept: 'application/json', 'user-agent': 'Stint', ...headers },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
  } catch (error) {
    throw unreachable(name, error);
  }
}

/** null for what is no JSON object. */
async function jsonOf({ body }: Response, name: string): Promise<JsonObject | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES)
        throw new CalendarFault(`${name} answered more than ${MOST_BYTES / 1_000_000} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof CalendarFault ? error : unreachable(name, error);
  }
  try {
    return objectOf(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return null;
  }
}

function unreachable(name: string, cause: unknown): CalendarFault {
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  const message = isLate ? `${name} did not answer within 15 seconds` : `${name} cannot be reached`;
  return new CalendarFault(message, { cause });
}

/** What the service calls its refusal, both write it so: `{error: {code}}`; Google adds its own word as a status. */
function codeOf(body: JsonObject | null): string | null {
  const { code, status } = objectOf(body?.['error']) ?? {};
  const word = typeof code === 'string' ? code : status;
  return typeof word === 'string' && /^[\w.]{1,60}$/.test(word) ? word : null;
}

export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The objects of a list; whatever else stands there is left out. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf).filter((each) => each !== null) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
