import { makeDemo } from './demo/make-demo.ts';
import type { Dependencies } from './dependencies.ts';
import { ensureBootstrapToken } from './features/bootstrap/bootstrap-token.ts';
import { firstSignInLink } from './features/bootstrap/first-link.ts';
import { ensureFirstOrganization, firstOrganization } from './features/bootstrap/organization.ts';

/** What an installation has beside its server once it has started. */
export interface Prepared {
  /** With which the first administrator signs in; null when there is a password already. */
  signInLink: string | null;
  close(): Promise<void>;
}

const DEMO_ADMINISTRATOR = 'admin@demo.local';

/** Makes sure that there is an organization with an administrator who can come in. */
export async function prepare(dependencies: Dependencies, address: string): Promise<Prepared> {
  const { database, environment, clock } = dependencies;
  if (environment.demo) await makeDemo(database, { seed: environment.demoSeed, now: clock() });
  else await ensureFirstOrganization(database, firstOrganization);
  const email = environment.demo ? DEMO_ADMINISTRATOR : firstOrganization.email;
  await ensureBootstrapToken(database, environment.bootstrapToken, email);
  const link = await firstSignInLink(database, address, email);
  return { signInLink: link?.url ?? null, close: async () => undefined };
}
