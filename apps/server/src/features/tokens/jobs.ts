import type { Dependencies, Job } from '../../dependencies.ts';
import { createCredentialUse } from '../../identity/credential-use.ts';
import { createExpiredCredentialsJob } from '../../identity/expired-credentials.ts';

/** The jobs beside credentials of every kind: when they were last used, and deleting what has expired. */
export function credentialJobs({ app, database, log }: Dependencies): Job[] {
  const use = createCredentialUse(database, log);
  app.addHook('onResponse', async ({ admitted }) => {
    if (admitted?.principal) use.note(admitted.principal);
  });
  return [use, createExpiredCredentialsJob(database, log)];
}
