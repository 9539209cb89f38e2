import { type Call, calls } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { requestOf, useWire } from '../../contract-tests/http.ts';
import { budgetSamples } from '../../contract-tests/samples/budgets.ts';

const wire = useWire();

const names = Object.keys(budgetSamples) as (keyof typeof budgetSamples)[];

/** Who may ask, for every call of budgets. */
const rights = [
  ['none', 403],
  ['team', 403],
  ['product', 403],
  ['manager', 403],
  ['budget', 200],
  ['administrator', 200],
] as const;

describe.each(names)('%s', (name) => {
  test.each(rights)('answers the role %s with %i', async (role, status) => {
    const sample = await budgetSamples[name](wire);
    const call: Call = calls[name];
    const answer = await wire.send(requestOf(call, { ...sample, person: wire.stint.people[role] }));
    expect([answer.status, answer.body['error']?.['errorCode']]).toEqual([
      status,
      status === 403 ? 'AccessDenied' : undefined,
    ]);
  });
});
