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
  const rows: Row[] = [];
  for (let next: string | null = `/api/odata/v3.2/${set}`; next !== null; ) {
    const page: { value: Row[]; '@odata.nextLink'?: string } = await readPage(next, signal, pageSize);
    rows.push(...page.value);
    const link = page['@odata.nextLink'];
    next = link === undefined ? null : sameOrigin(link);
  }
  return rows;
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
