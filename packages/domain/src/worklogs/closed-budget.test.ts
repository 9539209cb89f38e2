import { expect, test } from 'vitest';
import { closedBudgetProblem } from './closed-budget.ts';

test('a closed budget is named, and what would pass', () => {
  expect(closedBudgetProblem('Release 1')).toEqual({
    code: 'DbValidationError',
    field: 'workItemId',
    setting: null,
    message: expect.stringMatching(/budget Release 1.*another budget, or have this one opened/),
  });
});
