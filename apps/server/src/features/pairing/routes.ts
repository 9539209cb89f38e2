import { calls } from '@stint/contract';
import type { Dependencies } from '../../dependencies.ts';
import { publicUrlOf } from '../../http/public-url.ts';
import { Refusal } from '../../refusal.ts';
import { readApps } from './apps.ts';
import { pairingLink } from './links.ts';
import { makePin, readPinStatus } from './pins.ts';
import { pair, pairByLink, unpair } from './service.ts';
import { revokeRoute } from './revoke-route.ts';
import { tokenRoute } from './token-route.ts';

/** PINs that one address may ask for within a minute. */
const PINS_PER_MINUTE = 30;

/** Pairing of apps by PIN, the paired apps, and the tokens that come of it. */
export function pairing(dependencies: Dependencies): void {
  const { router, attempts, feed, environment } = dependencies;

  router.handleAnyone(calls.createPin, async ({ db, organization, source, request, reply }) => {
    const { used, secondsLeft } = await attempts.add(
      organization.id,
      `pins for ${source.address ?? ''}`,
      60,
      1,
    );
    const pin =
      used > PINS_PER_MINUTE
        ? null
        : await makePin(db, organization.id, appName(request.headers['user-agent']));
    if (pin === null) {
      const retryAfter = Math.max(1, Math.ceil(secondsLeft));
      throw new Refusal('QuoteExceededError', `Too many PINs; try again in ${retryAfter} s.`, { retryAfter });
    }
    void reply.header('cache-control', 'no-store');
    return pin;
  });

  router.handleAnyone(calls.getPinStatus, async ({ db, organization, body, reply }) => {
    void reply.header('cache-control', 'no-store');
    // Some clients quote the text twice.
    const secret = body.replace(/^["'\s]+|["'\s]+$/g, '');
    return { status: await readPinStatus(db, organization.id, secret) };
  });

  router.handle(calls.listApps, async ({ db, principal }) =>
    readApps(db, principal.organizationId, principal.id),
  );

  router.handle(calls.pairApp, async ({ db, source, principal, body }) =>
    pair({ attempts, db, source, principal }, body.pin, body.name),
  );

  router.handle(calls.createPairingLink, async ({ db, source, principal, body, request, reply }) => {
    const { secret, expires } = await pairByLink({ db, source, principal }, body.name);
    void reply.header('cache-control', 'no-store');
    const { collection } = request.raw;
    return { link: pairingLink(publicUrlOf(environment, request), collection, secret), expires };
  });

  router.handle(calls.unpairApp, async ({ db, source, principal, params }) => {
    await unpair(db, source, principal, params.id);
    feed.tell(principal.organizationId);
    return null;
  });

  router.handle(calls.unpairAllApps, async ({ db, source, principal }) => {
    await unpair(db, source, principal, null);
    feed.tell(principal.organizationId);
    return null;
  });

  tokenRoute(dependencies);
  revokeRoute(dependencies);
}

/** The first word of the User-Agent without its version: `Stint/1.2 (Linux)` → `Stint`. */
function appName(userAgent: string | undefined): string {
  return /^[\w .-]{1,60}/.exec(userAgent ?? '')?.[0].trim() ?? '';
}
