import { rmSync } from 'node:fs';
import { newDataDirectory, query } from './data-directory.ts';
import { freePort, type StintProcess, startStint } from './stint-process.ts';

const administratorToken = 'administrator-token-of-the-kill-tests';
const memberToken = 'member-token-of-the-kill-tests';

/** A private installation that may be killed and started again on the same data directory and port. */
export interface Installation {
  dataDirectory: string;
  address: string;
  tokens: { administrator: string; member: string };
  /** The process that serves now. */
  stint(): StintProcess;
  start(): Promise<void>;
  /** Stops everything and removes the files. */
  remove(): Promise<void>;
}

/** Installs Stint with two people: the first administrator and a member of the team. */
export async function install(dataDirectory: string = newDataDirectory()): Promise<Installation> {
  const port = await freePort();
  const env = { STINT_DATA: dataDirectory, STINT_PORT: port, STINT_BOOTSTRAP_TOKEN: administratorToken };
  let stint = await startStint(env);
  await addMember(dataDirectory);
  return {
    dataDirectory,
    address: stint.address,
    tokens: { administrator: administratorToken, member: memberToken },
    stint: () => stint,
    async start() {
      stint = await startStint(env);
    },
    async remove() {
      await stint.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function addMember(dataDirectory: string): Promise<void> {
  await query(
    dataDirectory,
    `with member as (
       insert into person (organization_id, id, unique_name, email, display_name, role)
       select id, gen_random_uuid(), 'member@stint.local', 'member@stint.local', 'Member', 'Team' from organization
       returning *
     )
     insert into api_token (organization_id, id, secret_hash, person_id, name, expires_at)
     select organization_id, gen_random_uuid(), sha256(convert_to($1, 'UTF8')), id, 'test', now() + interval '1 day'
     from member`,
    [memberToken],
  );
}
