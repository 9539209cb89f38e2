import { createHmac } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import { newSecret } from '../../identity/secrets.ts';
import { readReturnTo } from '../../http/return-to.ts';

export const FLOW_COOKIE = 'stint_openid';

/** One person's way to the provider and back. */
export interface Flow {
  /** Known to this browser only. */
  secret: string;
  returnTo: string;
}

/** What goes to the provider, each made one way from the flow's secret, so that none of it must be stored or signed. */
export interface FlowValues {
  state: string;
  nonce: string;
  /** PKCE; 43 characters. */
  codeVerifier: string;
}

export function newFlow(returnTo: string | undefined): Flow {
  return { secret: newSecret(), returnTo: readReturnTo(returnTo) };
}

export function flowValues({ secret }: Flow): FlowValues {
  const made = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64url');
  return { state: made('state'), nonce: made('nonce'), codeVerifier: made('code verifier') };
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

/** Ten minutes to sign in at the provider; Lax, because the way back comes from the provider's page. */
export function flowCookie(publicUrl: string): CookieSerializeOptions {
  return {
    path: '/auth/openid',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: 600,
  };
}
