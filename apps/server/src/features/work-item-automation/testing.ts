import { connect } from '@stint/azure-devops';
import { COMPLETED_WORK, REMAINING_WORK } from '@stint/domain';
import { onTestFinished } from 'vitest';
import type { Server } from '../../composition.ts';
import { textOf } from '../../testing/browser.ts';
import type { Json, TestPerson } from '../../testing/test-server.ts';
import { createVault } from '../../vault/vault.ts';
import { type Bench, eventually, openBench } from '../connection/testing.ts';
import { type Pauses, writeWorkItems } from './job.ts';

/** So short that tests need not wait. */
const shortPauses: Pauses = { look: 0.05, settle: 0.05, failed: 0.1, longest: 0.2, item: () => 0.5 };

export const REMAINING = REMAINING_WORK;
export const COMPLETED = COMPLETED_WORK;
const PROJECT = '/api/rest/workItemAutomation/Atlas';

/** A connected server with its copy of a simulator, and what tests of the automation do with the two. */
export interface AutomationBench extends Bench {
  /** Starts the writing job, in a server process of its own when one is given; answers what stops it. */
  write: (server?: Server) => () => Promise<void>;
  /** Changes what is done in the project Atlas. */
  automate: (change: object) => Promise<void>;
  /** Books time on a work item; answers the id of the worklog. */
  book: (workItemId: number, length: number, person?: TestPerson) => Promise<string>;
  /** A call as administrator; answers its data, or fails with its status. */
  admin: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, body?: unknown) => Promise<Json>;
  /** What a work item holds in the simulator now, and its revision. */
  there: (id: number) => { remaining: unknown; completed: unknown; rev: number };
  /** Sets fields as somebody else does. */
  setByHand: (id: number, fields: Record<string, string | number>) => Promise<void>;
  /** Waits until nothing is waiting to be written. */
  settled: () => Promise<void>;
}

/** Everything ends with the test. */
export async function openAutomationBench(): Promise<AutomationBench> {
  const bench = await openBench();
  const { stint, simulator } = bench;
  const { system } = stint.server.dependencies.database;

  async function admin(method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, body?: unknown) {
    const answer = await stint.ask(stint.people.administrator, method, path, body);
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body['data'] as Json;
  }

  await bench.connect();
  const stop = bench.follow();
  await eventually(async () => {
    if (!(await bench.copy(1001))) throw new Error('1001 is not copied yet');
  });
  await stop();

  const there: AutomationBench['there'] = (id) => {
    const revision = simulator.world.items.get(id)?.revisions.at(-1);
    const { [REMAINING]: remaining, [COMPLETED]: completed } = revision?.fields ?? {};
    return { remaining, completed, rev: revision?.rev ?? 0 };
  };
  const byHand = connect({ url: simulator.url, credential: { kind: 'pat', pat: 'simulator' } });

  return {
    ...bench,
    admin,
    there,
    setByHand: async (id, fields) => void (await byHand.setFields(id, there(id).rev, fields)),
    write(server = stint.server) {
      const { dependencies } = server;
      const job = writeWorkItems(dependencies, createVault(dependencies.environment), shortPauses);
      job.start();
      onTestFinished(() => job.stop());
      return () => job.stop();
    },
    automate: async (change) => void (await admin('PATCH', PROJECT, change)),
    async book(workItemId, length, person = stint.people.team) {
      const body = { timeStamp: '2026-03-02T09:12:00', length, workItemId };
      const answer = await stint.ask(person, 'POST', '/api/rest/workLogs', body);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return textOf(answer.body['data']?.['id']);
    },
    settled: () =>
      eventually(async () => {
        const noted = await system.selectFrom('work_item_booking').select('id').execute();
        const waiting = await system
          .selectFrom('work_item_write')
          .select('work_item_id')
          .where('next_attempt_at', 'is not', null)
          .execute();
        if (noted.length + waiting.length > 0) throw new Error('something waits to be written');
      }),
  };
}
