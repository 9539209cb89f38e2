import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { textOf } from '../../testing/browser.ts';
import { type Answer, type TestPerson, type TestServer, testServer } from '../../testing/test-server.ts';

/** A work item of the tests. */
export interface TestItem {
  id: number;
  parent?: number | null;
  iteration?: string | null;
}

/** A server with people, and short ways to set budgets up on it. */
export interface BudgetGround {
  stint: TestServer;
  /** A request as the person of role Budget. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** Makes a budget; answers its id. */
  addBudget(name: string, plannedLength?: number): Promise<string>;
  attach(budget: string, thing: object): Promise<Answer>;
  addItems(items: readonly TestItem[]): Promise<void>;
  /** Books seconds; answers the worklog's id. */
  book(
    wish: { workItemId?: number; length?: number; billableLength?: number },
    person?: TestPerson,
  ): Promise<string>;
  /** Resolves when this is answered, or when something waits for a lock of the database. */
  answeredOrWaiting(answer: Promise<unknown>): Promise<'answered' | 'waiting'>;
  /** A statement as the owner of the database. */
  asOwner(statement: string): Promise<void>;
}

/** Sets a server up for the tests of a file. */
export function useBudgets(): BudgetGround {
  const ground = {} as BudgetGround;
  beforeAll(async () => {
    ground.stint = await testServer();
  });
  afterAll(() => ground.stint.close());

  ground.ask = (method, path, body) =>
    ground.stint.ask(ground.stint.people.budget, method, `/api/rest/${path}`, body);
  ground.addBudget = async (name, plannedLength = 36_000) => {
    const { body } = await ground.ask('POST', 'budgets', { name, plannedLength });
    return textOf(body['data']?.['id']);
  };
  ground.attach = (budget, thing) => ground.ask('POST', `budgets/${budget}/assignments`, thing);
  ground.addItems = async (items) => {
    await sql`
      insert into work_item (organization_id, id, revision, type, title, state, state_category, project, parent_id,
        iteration_path, created_at, changed_at)
      select ${ground.stint.organizationId}::uuid, id, 1, 'Task', 'Item ' || id, 'Active', 'InProgress', 'Atlas', parent,
        iteration, now(), now()
      from json_to_recordset(${JSON.stringify(items)}::json) as item(id integer, parent integer, iteration text)`.execute(
      ground.stint.server.dependencies.database.system,
    );
  };
  ground.book = async (wish, person = ground.stint.people.team) => {
    const body = { length: 3600, comment: 'booked', ...wish };
    const answer = await ground.stint.ask(person, 'POST', '/api/rest/workLogs', body);
    return textOf(answer.body['data']?.['id']);
  };
  ground.answeredOrWaiting = async (answer) => {
    const state = { isAnswered: false };
    const listening = async () => {
      await answer;
      state.isAnswered = true;
    };
    void listening();
    for (;;) {
      const { rows } = await sql<{ waiting: boolean }>`
        select exists (
          select from pg_locks waiting join pg_locks here on here.pid = waiting.pid
          where not waiting.granted
            and here.database = (select oid from pg_database where datname = current_database())
        ) as waiting`.execute(ground.stint.server.dependencies.database.system);
      if (state.isAnswered) return 'answered';
      if (rows[0]?.waiting) return 'waiting';
    }
  };
  ground.asOwner = async (statement) => {
    const owner = new Client({ connectionString: ground.stint.database.connectionString });
    await owner.connect();
    await owner.query(statement);
    await owner.end();
  };
  return ground;
}
