import { refreshStatistics } from '@stint/postgres';
import { makeDemo } from './demo/make-demo.ts';
import type { Dependencies } from './dependencies.ts';
import { ensureBootstrapToken } from './features/bootstrap/bootstrap-token.ts';
import { firstSignInLink } from './features/bootstrap/first-link.ts';
import { ensureFirstOrganization, firstOrganization } from './features/bootstrap/organization.ts';
import { startDemoSimulator } from './features/connection/demo.ts';

/** What an installation has beside its server once it has started. */
export interface Prepared {
  /** Makes the link with which the first administrator signs in; null when there is a password already. */
  signInLink(publicUrl: string): Promise<string | null>;
  close(): Promise<void>;
}

const DEMO_ADMINISTRATOR = 'admin@demo.local';

/** Makes sure that there is an organization with an administrator who can come in, and in a demo an Azure DevOps. */
export async function prepare(dependencies: Dependencies): Promise<Prepared> {
  const { database, environment } = dependencies;
  const simulator = environment.demo ? await prepareDemo(dependencies) : null;
  if (!environment.demo) await ensureFirstOrganization(database, firstOrganization);
  const email = environment.demo ? DEMO_ADMINISTRATOR : firstOrganization.email;
  await ensureBootstrapToken(database, environment.bootstrapToken, email);
  return {
    signInLink: async (publicUrl) => (await firstSignInLink(database, publicUrl, email))?.url ?? null,
    close: async () => simulator?.stop(),
  };
}

/** The demo's simulator runs in this process, unless the organization is connected with an Azure DevOps of its own. */
async function prepareDemo(dependencies: Dependencies) {
  const { database, config, environment, clock } = dependencies;
  const isNew = await makeDemo(database, { seed: environment.demoSeed, now: clock() });
  if (isNew) await refreshStatistics(config);
  const demo = await database.system
    .selectFrom('organization')
    .select('id')
    .where('slug', '=', 'demo')
    .executeTakeFirst();
  return demo ? startDemoSimulator(dependencies, demo.id) : null;
}
