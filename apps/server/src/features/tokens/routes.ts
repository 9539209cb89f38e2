import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { Refusal } from '../../refusal.ts';
import { makeToken, revokeToken } from './service.ts';
import { readTokens } from './store.ts';

/** API tokens: list, make, revoke. */
export function tokens({ router, feed }: Dependencies): void {
  router.handle(calls.listTokens, async ({ db, principal, query }) => {
    const everyone = query.$all ?? false;
    if (everyone && principal.role !== 'Administrator') {
      throw new Refusal('AccessDenied', 'Only an administrator may see everyone’s tokens.');
    }
    return readTokens(db, principal.organizationId, everyone ? null : principal.id);
  });

  router.handle(calls.addToken, async ({ db, source, principal, body, reply }) => {
    // The answer holds a secret.
    void reply.header('cache-control', 'no-store');
    return makeToken(db, source, principal, body.name);
  });

  router.handle(calls.revokeToken, async ({ db, source, principal, params }) => {
    await revokeToken(db, source, principal, params.id);
    feed.tell(principal.organizationId);
    return null;
  });
}
