/** A file that came whole. */
export interface Received {
  readonly name: string;
  readonly blob: Blob;
}

interface Refusal {
  readonly error?: { readonly message?: string };
}

/**
 * Fetches a file and tells how many bytes have come. Throws what `fetch` throws, also when the answer breaks off before its end or the
 * signal aborts it, and an Error with the server’s reason for a refusal.
 */
export async function receive(
  address: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<Received> {
  const response = await fetch(address, { signal });
  if (!response.ok || !response.body) {
    const { error } = ((await response.json().catch(() => null)) ?? {}) as Refusal;
    throw new Error(error?.message ?? response.statusText);
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    onBytes(bytes);
  }
  const type = response.headers.get('content-type') ?? 'application/octet-stream';
  return { name: fileNameOf(response.headers.get('content-disposition')), blob: new Blob(parts, { type }) };
}

function fileNameOf(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'export';
}
