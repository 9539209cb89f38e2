import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { SESSION_SECONDS } from '../identity/sessions.ts';
import { SESSION_COOKIE } from './credentials.ts';

/** Gives the browser the session's secret, or gives it a new term. `publicUrl` tells whether the way is encrypted. */
export function setSessionCookie(reply: FastifyReply, secret: string, publicUrl: string): void {
  void reply.setCookie(SESSION_COOKIE, secret, { ...attributes(publicUrl), maxAge: SESSION_SECONDS });
}

/** Takes the session's secret from the browser. */
export function clearSessionCookie(reply: FastifyReply, publicUrl: string): void {
  void reply.clearCookie(SESSION_COOKIE, attributes(publicUrl));
}

function attributes(publicUrl: string): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') };
}
