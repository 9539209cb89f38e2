import { type AnswerOf, calls } from '@stint/contract';
import { audit } from '../../audit.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { AskedByAnyone } from '../../http/asked.ts';
import { SESSION_COOKIE } from '../../http/credentials.ts';
import { publicUrlOf } from '../../http/public-url.ts';
import { checkSameOrigin } from '../../http/same-origin.ts';
import { clearSessionCookie, setSessionCookie } from '../../http/session-cookie.ts';
import type { Organization } from '../../identity/organizations.ts';
import { userOf } from '../../identity/people.ts';
import type { Principal } from '../../identity/principals.ts';
import { csrfTokenOf } from '../../identity/secrets.ts';
import { makeSignInLink } from '../../identity/sign-in-links.ts';
import { notFound } from '../../refusal.ts';
import { changePassword } from './password.ts';
import { signInByLink, signInWithPassword, type Visit } from './sign-in.ts';
import { deleteSession, personExists, readSessions } from './store.ts';

/** Signing in and out, the password, and one's open sessions. */
export function sessions(dependencies: Dependencies): void {
  const { router, environment, attempts, principals, feed } = dependencies;

  /** Hands the new session to the browser; what it tells is for this page only. */
  async function welcome({ organization, request, reply }: AskedByAnyone, secret: string) {
    setSessionCookie(reply.header('cache-control', 'no-store'), secret, publicUrlOf(environment, request));
    const principal = await principals.bySession(organization.id, secret);
    if (!principal) throw new Error('a new session was not found');
    feed.tell(organization.id);
    return sessionOf(organization, principal, secret);
  }

  router.handleAnyone(calls.getSignInMethods, async ({ organization }) => {
    const { openIdConnect } = environment;
    return {
      organization: organization.name,
      local: true,
      openIdConnect: openIdConnect && { name: openIdConnect.name, url: '/auth/openid/start' },
    };
  });

  router.handleAnyone(calls.signIn, async (asked) => {
    checkSameOrigin(asked.request, publicUrlOf(environment, asked.request));
    const { email, password } = asked.body;
    return welcome(asked, await signInWithPassword(attempts, visitOf(asked), email, password));
  });

  router.handleAnyone(calls.signInWithLink, async (asked) => {
    checkSameOrigin(asked.request, publicUrlOf(environment, asked.request));
    return welcome(asked, await signInByLink(visitOf(asked), asked.body.secret));
  });

  router.handle(calls.getSession, async ({ organization, principal, request, reply }) => {
    void reply.header('cache-control', 'no-store');
    const secret = principal.credential.kind === 'session' ? request.cookies[SESSION_COOKIE] : undefined;
    // Renewed here, and the row by the job that notes uses: a session that is in use does not end.
    if (secret !== undefined) setSessionCookie(reply, secret, publicUrlOf(environment, request));
    return sessionOf(organization, principal, secret);
  });

  router.handle(calls.signOut, async ({ db, organization, principal, source, request, reply }) => {
    clearSessionCookie(reply, publicUrlOf(environment, request));
    const { kind, id } = principal.credential;
    if (kind !== 'session') return null;
    await inTransaction(db, async (transaction) => {
      await deleteSession(transaction, organization.id, principal.id, id);
      await audit(transaction, organization.id, source, {
        action: 'signOut',
        entity: 'session',
        entityId: id,
      });
    });
    feed.tell(organization.id);
    return null;
  });

  router.handle(calls.setPassword, async ({ db, principal, source, body }) => {
    await changePassword(attempts, db, source, principal, body);
    feed.tell(principal.organizationId);
    return null;
  });

  router.handle(calls.listSessions, async ({ db, principal }) => {
    const rows = await readSessions(db, principal.organizationId, principal.id);
    return rows.map((row) => ({
      id: row.id,
      created: row.created_at,
      lastSeen: row.last_seen_at,
      userAgent: row.user_agent,
      current: row.id === principal.credential.id,
    }));
  });

  router.handle(calls.endSession, async ({ db, principal, source, params }) => {
    const { organizationId } = principal;
    await inTransaction(db, async (transaction) => {
      if (!(await deleteSession(transaction, organizationId, principal.id, params.id))) {
        throw notFound('session', params.id);
      }
      await audit(transaction, organizationId, source, {
        action: 'delete',
        entity: 'session',
        entityId: params.id,
      });
    });
    feed.tell(organizationId);
    return null;
  });

  router.handle(calls.addSignInLink, async ({ db, organization, source, params, request, reply }) => {
    // The answer holds a secret.
    void reply.header('cache-control', 'no-store');
    return inTransaction(db, async (transaction) => {
      if (!(await personExists(transaction, organization.id, params.id))) throw notFound('user', params.id);
      const url = publicUrlOf(environment, request);
      const link = await makeSignInLink(transaction, organization.id, params.id, url);
      await audit(transaction, organization.id, source, {
        action: 'create',
        entity: 'signInLink',
        entityId: params.id,
      });
      return link;
    });
  });
}

function visitOf({ db, organization, source, request }: AskedByAnyone): Visit {
  return {
    db,
    organizationId: organization.id,
    source,
    userAgent: request.headers['user-agent'] ?? '',
    replaces: request.cookies[SESSION_COOKIE],
  };
}

function sessionOf(
  organization: Organization,
  principal: Principal,
  secret: string | undefined,
): AnswerOf<typeof calls.getSession> {
  return {
    user: userOf(principal, organization, undefined),
    role: principal.role,
    timeZone: principal.timeZone,
    organization: { id: organization.id, name: organization.name },
    csrfToken: secret === undefined ? null : csrfTokenOf(secret),
    needsPassword: principal.sessionMethod === 'link',
    operation: organization.settings.operation,
    operationMessage: organization.settings.operationMessage,
  };
}
