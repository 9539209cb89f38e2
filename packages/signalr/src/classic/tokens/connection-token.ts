import { createHash, timingSafeEqual } from 'node:crypto';
import type { Protector } from './protector.ts';

/** What a connection token says: which connection, and whose it is. */
export interface ConnectionClaim {
  readonly connectionId: string;
  readonly userId: string;
}

export function writeConnectionToken(
  protector: Protector,
  { connectionId, userId }: ConnectionClaim,
): string {
  return protector.protect('connection', `${connectionId}:${userId}`);
}

/** Undefined when the token was not made here. */
export function readConnectionToken(protector: Protector, token: string): ConnectionClaim | undefined {
  const text = protector.unprotect('connection', token);
  const end = text?.indexOf(':') ?? -1;
  if (text === undefined || end <= 0) return undefined;
  return { connectionId: text.slice(0, end), userId: text.slice(end + 1) };
}

/** Whether the token is `userId`'s, in a time that tells nothing of where the two differ. */
export function belongsTo(claim: ConnectionClaim, userId: string): boolean {
  return timingSafeEqual(digest(claim.userId), digest(userId));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
