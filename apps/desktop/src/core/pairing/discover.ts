import { baseOf, type ServerAddress } from './address.ts';

/** Something that is told about a server that cannot be paired with. */
export type AddressProblem =
  /** Nothing answers there. */
  | 'unreachable'
  /** Something answers, but no time tracking server. */
  | 'foreign'
  /** The Azure DevOps Server wants credentials. */
  | 'credentialsNeeded'
  /** There is no such collection. */
  | 'noCollection'
  /** The collection has no time tracking extension. */
  | 'notInstalled';

export type Found =
  | { readonly ok: true; readonly address: ServerAddress }
  | { readonly ok: false; readonly problem: AddressProblem };

type Fetch = typeof globalThis.fetch;

/** One app of the answer of `_apis/Contribution/InstalledApps`. */
interface InstalledApp {
  readonly extensionId?: unknown;
  readonly extensionName?: unknown;
  readonly publisherId?: unknown;
  readonly baseUri?: unknown;
}

const EXTENSION = /timetracker|stint/i;

/** How a time tracking server refuses somebody it does not know, also while it has trouble. */
const REFUSALS = [
  [401, 'UnauthorizedError'],
  [429, 'QuoteExceededError'],
  [503, 'ApiDisabled'],
] as const;

/** Asks an address whether it is a time tracking server: without credentials its tracking API refuses in a form of its own (api.md 3.1). */
export async function checkServer(address: ServerAddress, fetch: Fetch): Promise<Found> {
  const segment = address.collection === null ? '' : `${encodeURIComponent(address.collection)}/`;
  const url = `${address.baseUrl}/api/${segment}tracking/client/latest?api-version=3.2`;
  const answer = await jsonAt(url, fetch);
  if (answer === null) return { ok: false, problem: 'unreachable' };
  const { error } = (answer.body ?? {}) as { error?: { errorCode?: unknown } };
  const isOurs = REFUSALS.some(([status, code]) => answer.status === status && error?.errorCode === code);
  return isOurs ? { ok: true, address } : { ok: false, problem: 'foreign' };
}

/**
 * Finds the time tracking server of a collection of an Azure DevOps Server by the `baseUri` of its extension. `token` is a
 * personal access token for servers that want one.
 */
export async function discover(
  azureDevOps: URL,
  collection: string,
  fetch: Fetch,
  token: string | null = null,
): Promise<Found> {
  const url = `${baseOf(azureDevOps)}/${encodeURIComponent(collection)}/_apis/Contribution/InstalledApps/`;
  const answer = await jsonAt(url, fetch, token);
  if (answer === null) return { ok: false, problem: 'unreachable' };
  if ([401, 203, 302].includes(answer.status)) return { ok: false, problem: 'credentialsNeeded' };
  if (answer.status === 404) return { ok: false, problem: 'noCollection' };
  const { value } = (answer.body ?? {}) as { value?: unknown };
  if (answer.status !== 200 || !Array.isArray(value)) return { ok: false, problem: 'foreign' };
  const baseUri = (value as InstalledApp[]).filter(isTimetracker).map(baseUriOf).find(Boolean);
  if (!baseUri) return { ok: false, problem: 'notInstalled' };
  return checkServer({ baseUrl: baseOf(baseUri), collection }, fetch);
}

function isTimetracker({ extensionId, extensionName, publisherId }: InstalledApp): boolean {
  return [extensionId, extensionName, publisherId].some(
    (text) => typeof text === 'string' && EXTENSION.test(text),
  );
}

function baseUriOf({ baseUri }: InstalledApp): URL | null {
  if (typeof baseUri !== 'string' || !URL.canParse(baseUri)) return null;
  const url = new URL(baseUri);
  return /^https?:$/.test(url.protocol) ? url : null;
}

async function jsonAt(
  url: string,
  fetch: Fetch,
  token: string | null = null,
): Promise<{ status: number; body: unknown } | null> {
  const headers = {
    accept: 'application/json',
    ...(token !== null && { authorization: `Basic ${btoa(`:${token}`)}` }),
  };
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(15_000) });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch (error) {
    // Electron does not give the answer of a server that leads elsewhere, but says so in these words.
    return error instanceof Error && error.message === 'Redirect was cancelled'
      ? { status: 302, body: null }
      : null;
  }
}
