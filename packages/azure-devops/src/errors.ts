/** What went wrong, as far as a caller can do something about it. */
export type AzureDevOpsErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'throttled'
  | 'conflict'
  | 'unreachable'
  | 'unexpected';

/** The only error of this package; its message never contains a credential. */
export class AzureDevOpsError extends Error {
  override readonly name = 'AzureDevOpsError';
  readonly kind: AzureDevOpsErrorKind;
  /** Seconds that the server asked to wait; only for `throttled`. */
  readonly retryAfterSeconds: number | null;

  constructor(kind: AzureDevOpsErrorKind, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const networkCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const certificateCodes = /^(CERT_|ERR_TLS|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_)/;
const longestDetail = 300;
/** Seconds to wait when the server throttles without saying how long. */
const defaultWait = 5;

/**
 * Turns whatever the client library threw into an {@link AzureDevOpsError}.
 * @param secret text that must not appear in the message
 */
export function toAzureDevOpsError(error: unknown, secret: string): AzureDevOpsError {
  if (error instanceof AzureDevOpsError) return error;
  const { statusCode, code, message, responseHeaders, rateLimit, result } = (error ?? {}) as LibraryError;
  const detail = redacted(typeof result?.message === 'string' ? result.message : '', secret);
  if (statusCode !== undefined)
    return fromStatus(statusCode, detail, waitOf(responseHeaders) ?? rateLimit?.retryAfter ?? null);
  if (message?.startsWith('Request timeout') === true) {
    return new AzureDevOpsError('unreachable', 'Azure DevOps did not answer in time.');
  }
  if (code !== undefined && (networkCodes.has(code) || certificateCodes.test(code))) {
    return new AzureDevOpsError('unreachable', `Azure DevOps cannot be reached (${code}).`);
  }
  if (message?.startsWith('Failed to find api location') === true) {
    return new AzureDevOpsError(
      'notFound',
      'There is no Azure DevOps organization or collection at this address.',
    );
  }
  return new AzureDevOpsError(
    'unexpected',
    `Azure DevOps could not be read: ${redacted(message ?? 'unknown error', secret)}`,
  );
}

type LibraryError = {
  statusCode?: number;
  code?: string;
  message?: string;
  responseHeaders?: Readonly<Record<string, string | string[] | undefined>>;
  rateLimit?: { retryAfter?: number };
  result?: { message?: unknown };
};

function fromStatus(status: number, detail: string, wait: number | null): AzureDevOpsError {
  const withDetail = (text: string): string => (detail === '' ? `${text}.` : `${text}: ${detail}`);
  // Azure DevOps answers requests that it does not know with its sign-in page: as 203, or by sending the browser there.
  if (status === 401 || status === 203 || (status >= 300 && status < 400)) {
    return new AzureDevOpsError('unauthorized', withDetail('Azure DevOps refused the credential'));
  }
  if (status === 403) return new AzureDevOpsError('forbidden', withDetail('The credential may not do this'));
  if (status === 404)
    return new AzureDevOpsError('notFound', withDetail('Azure DevOps knows nothing at this address'));
  if (status === 409 || status === 412)
    return new AzureDevOpsError('conflict', withDetail('Somebody else changed it meanwhile'));
  if (status === 429 || (status === 503 && wait !== null)) {
    return new AzureDevOpsError(
      'throttled',
      withDetail('Azure DevOps asks to slow down'),
      wait ?? defaultWait,
    );
  }
  if (status >= 502 && status <= 504)
    return new AzureDevOpsError('unreachable', withDetail(`Azure DevOps is not available (${status})`));
  return new AzureDevOpsError('unexpected', withDetail(`Azure DevOps answered ${status}`));
}

/** Reads `Retry-After`: seconds, or a date in RFC 1123. Null when it is missing or makes no sense. */
export function waitOf(
  headers: LibraryError['responseHeaders'],
  now: () => number = Date.now,
): number | null {
  const text = String(headers?.['retry-after'] ?? '').trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const time = Date.parse(text);
  return text === '' || Number.isNaN(time) ? null : Math.max(0, Math.ceil((time - now()) / 1000));
}

function redacted(text: string, secret: string): string {
  const encoded = Buffer.from(`PAT:${secret}`).toString('base64');
  const clean = secret === '' ? text : text.replaceAll(secret, '***').replaceAll(encoded, '***');
  return clean.length > longestDetail ? `${clean.slice(0, longestDetail)}…` : clean;
}
