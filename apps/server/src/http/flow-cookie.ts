import type { CookieSerializeOptions } from '@fastify/cookie';
import { newSecret } from '../identity/secrets.ts';
import { readReturnTo } from './return-to.ts';

/** One person's way to another service, where they sign in or consent, and back. */
export interface Flow {
  /** Known to this browser only; what goes to the service is made one way from it, so that nothing must be stored. */
  secret: string;
  returnTo: string;
}

export function newFlow(returnTo: string | undefined): Flow {
  return { secret: newSecret(), returnTo: readReturnTo(returnTo) };
}

/** The cookie's text. */
export function writeFlow({ secret, returnTo }: Flow): string {
  return `${secret}.${Buffer.from(returnTo).toString('base64url')}`;
}

/** Reads the cookie; null when it is missing or not of its form. What it names is checked again. */
export function readFlow(text: string | undefined): Flow | null {
  const [secret, returnTo] = text?.split('.') ?? [];
  if (secret?.length !== 43 || returnTo === undefined) return null;
  return { secret, returnTo: readReturnTo(Buffer.from(returnTo, 'base64url').toString()) };
}

/** Ten minutes at the service, for the addresses below `path`; Lax, because the way back comes from the service's page. */
export function flowCookie(path: string, publicUrl: string): CookieSerializeOptions {
  return { path, httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge: 600 };
}
