import { Refusal } from '../../refusal.ts';
import { TokenError } from './token-request.ts';

/** Malformed bodies are refused in the form that clients of this address read; faults of ours are not. */
export function asTokenError(error: Error & { statusCode?: number }): TokenError | null {
  if (error instanceof TokenError) return error;
  const status = error instanceof Refusal ? error.status : (error.statusCode ?? 500);
  return status < 500 ? new TokenError('invalid_request', error.message) : null;
}
