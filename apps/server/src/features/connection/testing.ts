import { setTimeout as sleep } from 'node:timers/promises';
import { type Simulator, startSimulator } from '@stint/azure-devops-simulator';
import { onTestFinished } from 'vitest';
import type { Server } from '../../composition.ts';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';
import { createGroupSync } from '../groups/sync.ts';
import { followAzureDevOps } from './job.ts';
import type { Pauses } from './outcome.ts';
import { createVault } from '../../vault/vault.ts';

const TEST_KEY = { secretKey: '5e'.repeat(32) };

/** So short that tests need not wait. */
const shortPauses: Pauses = { idle: 0.2, changed: 0.1, failed: 0.2, longest: 0.4, groups: 0.3 };

/** A server, a simulator, and what tests do with the two. */
export interface Bench {
  stint: TestServer;
  simulator: Simulator;
  /** Connects the organization of the tests with the simulator. */
  connect: (pat?: string) => ReturnType<TestServer['ask']>;
  /** Starts following Azure DevOps, in a server process of its own when one is given; answers what stops it. */
  follow: (server?: Server) => () => Promise<void>;
  /** Changes something in the simulator, such as `PATCH`, `workitems/1001`. */
  control: (method: string, path: string, body?: unknown) => Promise<void>;
  /** Searches over HTTP; answers `group: title` of the hits. */
  search: (query: string, person?: TestPerson) => Promise<string[]>;
  /** Our copy of a work item. */
  copy: (id: number) => Promise<Awaited<ReturnType<typeof readCopy>>>;
}

/** Everything ends with the test. */
export async function openBench(workItems = 40): Promise<Bench> {
  const stint = await testServer({ environment: TEST_KEY });
  onTestFinished(() => stint.close());
  const simulator = await startSimulator({ port: 0, workItems });
  onTestFinished(() => simulator.stop());
  return {
    stint,
    simulator,
    connect: (pat = 'simulator') =>
      stint.ask(stint.people.administrator, 'PUT', '/api/rest/connection', { url: simulator.url, pat }),
    follow(server = stint.server) {
      const { dependencies } = server;
      const job = followAzureDevOps(
        dependencies,
        createVault(dependencies.environment),
        createGroupSync(dependencies),
        shortPauses,
      );
      job.start();
      onTestFinished(() => job.stop());
      return () => job.stop();
    },
    async control(method, path, body) {
      const response = await fetch(new URL(`/_simulator/${path}`, simulator.url), {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    },
    async search(query, person = stint.people.team) {
      const answer = await stint.ask(person, 'POST', '/api/tracking/client/searchByQuery', { query });
      const hits = (
        answer.body as unknown as { workItems: { groupName: string; workItem: { title: string } }[] }
      ).workItems;
      return hits.map(({ groupName, workItem }) => `${groupName}: ${workItem.title}`);
    },
    copy: (id) => readCopy(stint, id),
  };
}

async function readCopy(stint: TestServer, id: number) {
  return stint.server.dependencies.database
    .organization(stint.organizationId)
    .selectFrom('work_item')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Waits until `check` no longer throws; its last error after 20 seconds. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await check();
    } catch (error) {
      if (attempt >= 200) throw error;
      await sleep(100);
    }
  }
}
