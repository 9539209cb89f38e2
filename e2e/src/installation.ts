import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readEnvironment } from '@stint/server/environment';
import { type Serving, serve } from '@stint/server/serve';
import { TEMPLATES } from './global-setup.ts';

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
  template ??= makeTemplate();
  const data = await newFolder();
  await promisify(execFile)('cp', ['--archive', `${await template}/.`, data]);
  const serving = await serveIn(data, variables);
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

/** The data folder of a new installation with the demo. It is made once, since making it takes far longer than to copy it. */
let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const folder = await newFolder(process.env[TEMPLATES]);
  const serving = await serveIn(folder, {});
  await serving.close();
  return folder;
}

const newFolder = (under = tmpdir()) => mkdtemp(join(under, 'stint-journeys-'));

function serveIn(data: string, variables: Record<string, string>): Promise<Serving> {
  return serve(
    readEnvironment({
      STINT_PORT: '0',
      STINT_DATA: data,
      STINT_BOOTSTRAP_TOKEN: TOKEN,
      STINT_LOG: 'error',
      ...variables,
    }),
  );
}
