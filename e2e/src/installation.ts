import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@stint/server/environment';
import { serve } from '@stint/server/serve';

/** A whole installation of its own: embedded database, demo organization, simulator, pages. */
export interface Installation {
  url: string;
  /** The first administrator's one-time link. */
  signInLink: string;
  /** An API token of the first administrator. */
  token: string;
  stop(): Promise<void>;
}

const TOKEN = 'journeys-journeys-journeys-journeys-1';

/** Starts an installation on a free port and a temporary data folder; `variables` are more of its environment. */
export async function startInstallation(variables: Record<string, string> = {}): Promise<Installation> {
  const data = await mkdtemp(join(tmpdir(), 'stint-journeys-'));
  const serving = await serve(
    readEnvironment({
      STINT_PORT: '0',
      STINT_DATA: data,
      STINT_BOOTSTRAP_TOKEN: TOKEN,
      STINT_LOG: 'error',
      ...variables,
    }),
  );
  if (serving.signInLink === null) throw new Error('a new installation has no sign-in link');
  return {
    url: serving.address,
    signInLink: serving.signInLink,
    token: TOKEN,
    stop: async () => {
      await serving.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
