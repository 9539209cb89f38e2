import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../http/asked.ts';
import { hashSecret } from '../../identity/secrets.ts';

/** How long a link can be opened, in seconds: the app asks its person first. */
const LINK_SECONDS = 120;

/** What the app redeems at `/token` for a link: its secret, and until when, RFC 3339, UTC. */
export interface LinkSecret {
  readonly secret: string;
  readonly expires: string;
}

/** Makes a pairing of an app whose person is known already, so that nobody has to type a PIN. */
export async function makeLinkSecret(
  db: Db,
  organizationId: string,
  personId: string,
  appId: string,
): Promise<LinkSecret> {
  // Without characters that an address would have to escape.
  const secret = randomBytes(32).toString('base64url');
  const { expires_at: expires } = await db
    .insertInto('pairing')
    .values({
      organization_id: organizationId,
      secret_hash: hashSecret(secret),
      // No PIN: of something that nobody can type.
      pin_hash: hashSecret(`link ${secret}`),
      person_id: personId,
      app_id: appId,
      expires_at: sql<string>`now() + make_interval(secs => ${LINK_SECONDS})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { secret, expires };
}

/** The link of the desktop app for a server that people reach at `server`, in a collection where they named one. */
export function pairingLink(server: string, collection: string | undefined, secret: string): string {
  const link = new URL('stint://pair');
  link.searchParams.set('server', server);
  if (collection !== undefined) link.searchParams.set('collection', collection);
  link.searchParams.set('code', secret);
  return link.href;
}
