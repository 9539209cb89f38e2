import { createHmac } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { CalendarServiceKind } from '../../../environment.ts';
import { readReturnTo } from '../../../http/return-to.ts';
import { newSecret } from '../../../identity/secrets.ts';

export const FLOW_COOKIE = 'stint_calendar';

/** One person's way to a service and back. */
export interface Flow {
  /** Known to this browser only. */
  secret: string;
  returnTo: string;
}

/** What goes to the service. */
export interface FlowValues {
  state: string;
  /** PKCE; 43 characters. */
  codeVerifier: string;
}

export function newFlow(returnTo: string | undefined): Flow {
  return { secret: newSecret(), returnTo: readReturnTo(returnTo) };
}

/**
 * Made one way from the secrets of the flow and of the session, so that nothing must be stored, and that an answer counts for the very
 * session that asked: nobody can bring an account of theirs into the calendars of somebody else.
 */
export function flowValues({ secret }: Flow, session: string, kind: CalendarServiceKind): FlowValues {
  const made = (purpose: string) =>
    createHmac('sha256', secret).update(`${purpose}\n${kind}\n${session}`).digest('base64url');
  return { state: made('state'), codeVerifier: made('code verifier') };
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

/** Ten minutes to consent; Lax, because the way back comes from the service's page. */
export function flowCookie(publicUrl: string): CookieSerializeOptions {
  return {
    path: '/auth/calendar',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: 600,
  };
}
