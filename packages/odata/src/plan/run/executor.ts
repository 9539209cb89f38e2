import type { Executor, Result } from '../../http/executor.ts';
import type { Model } from '../../model/model.ts';
import type { ItemsPlan, OnePlan, Plan, TextPlan, ValuePlan } from '../page/plan.ts';
import { planQuery } from '../page/plan-query.ts';
import { faultOf } from './fault.ts';
import type { OpenReader, Reader } from './reader.ts';
import { allRows, notThere, pageOfRows } from './rows.ts';

export interface ExecutorDependencies<Context> {
  readonly model: Model<Context>;
  readonly open: OpenReader<Context>;
  /** What `now()` answers; the machine's time by default. */
  readonly now?: () => Date;
}

/** Makes what runs reading requests: each is planned as one statement, then read on a connection of the host. */
export function createExecutor<Context>({
  model,
  open,
  now = () => new Date(),
}: ExecutorDependencies<Context>): Executor<Context> {
  return async ({ target, context, output, signal }) => {
    const plan = planQuery({ model, target, context, output, now: now() });
    if (plan.kind === 'rows' && !plan.page) return allRows(plan, () => open(context, signal));
    const reader = await open(context, signal);
    try {
      return await resultOf(plan, reader);
    } catch (error) {
      throw faultOf(error);
    } finally {
      await reader.close();
    }
  };
}

async function resultOf(plan: Plan, reader: Reader): Promise<Result> {
  if (plan.kind === 'rows') return pageOfRows(plan, reader);
  const { text, values } = plan.statement;
  const [row] = await reader.queryOnly(text, values);
  if (!row) throw notThere();
  const [value = null, parent = null] = row;
  if (plan.kind === 'count') {
    if (parent !== 'true') throw notThere();
    return { kind: 'text', contentType: 'text/plain', text: value ?? '0' };
  }
  if (plan.kind === 'items') return itemsOf(plan, value);
  return value === null ? { kind: 'nothing' } : oneOf(plan, value);
}

function itemsOf({ context, columns }: ItemsPlan, value: string | null): Result {
  return { kind: 'rows', context, columns, count: null, rows: value ?? '', nextToken: () => null };
}

function oneOf(plan: OnePlan | ValuePlan | TextPlan, value: string): Result {
  if (plan.kind === 'one') {
    return { kind: 'object', context: plan.context, json: value, columns: plan.columns };
  }
  if (plan.kind === 'value') return { kind: 'value', context: plan.context, json: value, type: plan.type };
  const text = plan.isBinary ? Buffer.from(value, 'base64url') : value;
  return { kind: 'text', contentType: plan.contentType, text };
}
