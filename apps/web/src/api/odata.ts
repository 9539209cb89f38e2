import { ApiError } from '@stint/client';

interface ODataFault {
  readonly error?: { readonly code?: string; readonly message?: string };
}

/**
 * Asks the reporting service (reporting.md) as the person who is signed in: `set` is an entity set with its query, e.g.
 * `workItems?$select=System_Id`. Follows its pages to the end; `pageSize` asks for larger ones (10,000 at most). Throws ApiError for a
 * refusal.
 */
export async function readOData<Row>(set: string, signal: AbortSignal, pageSize?: number): Promise<Row[]> {
  return (await readODataUpTo<Row>(set, signal, Number.POSITIVE_INFINITY, pageSize)).rows;
}

/** Rows of the reporting service, and whether there are more than were asked for. */
interface SomeRows<Row> {
  readonly rows: Row[];
  readonly isCut: boolean;
}

/** As `readOData`, but asks for no further page once it has `most` rows. */
export async function readODataUpTo<Row>(
  set: string,
  signal: AbortSignal,
  most: number,
  pageSize?: number,
): Promise<SomeRows<Row>> {
  const rows: Row[] = [];
  for (let next: string | null = odataAddress(set); next !== null; ) {
    if (rows.length >= most) return { rows, isCut: true };
    const page: { value: Row[]; '@odata.nextLink'?: string } = await readPage(next, signal, pageSize);
    rows.push(...page.value);
    const link = page['@odata.nextLink'];
    next = link === undefined ? null : sameOrigin(link);
  }
  return { rows, isCut: false };
}

/** Where the reporting service answers a set with its query. */
export function odataAddress(set: string): string {
  return `/api/odata/v3.2/${set}`;
}

async function readPage<Page>(address: string, signal: AbortSignal, pageSize?: number): Promise<Page> {
  const headers = {
    accept: 'application/json',
    ...(pageSize !== undefined && { prefer: `odata.maxpagesize=${pageSize}` }),
  };
  const response = await fetch(address, { signal, headers });
  if (response.ok) return response.json();
  const { error } = ((await response.json().catch(() => null)) ?? {}) as ODataFault;
  throw new ApiError({
    code: error?.code ?? 'UnexpectedError',
    status: response.status,
    message: error?.message ?? response.statusText,
    retryAfterSeconds: null,
  });
}

/** Links to further pages name the server as it knows itself; the page asks where it came from. */
function sameOrigin(link: string): string {
  const { pathname, search } = new URL(link, window.location.origin);
  return pathname + search;
}
