type Fetch = typeof globalThis.fetch;

/** Lets every answer tell the server's time: `heard` gets it in milliseconds since 1970 UTC, good to about a second. */
export function withServerTime(fetch: Fetch, heard: (serverNow: number) => void): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header has whole seconds, cut off: on average half a second has passed.
    if (!Number.isNaN(date)) heard(date + 500);
    return response;
  };
}

/** Sends the calls of an on-premises installation to its collection's twin of the address (api.md 1). */
export function withCollection(fetch: Fetch, collection: string | null): Fetch {
  if (collection === null) return fetch;
  const segment = `/api/${encodeURIComponent(collection)}/`;
  return (input, init) => fetch(typeof input === 'string' ? input.replace('/api/', segment) : input, init);
}
