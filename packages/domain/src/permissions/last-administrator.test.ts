import { expect, test } from 'vitest';
import { lastAdministratorProblem } from './last-administrator.ts';
import { ROLES } from './roles.ts';

const refused = (before: (typeof ROLES)[number], otherAdministrators: number) =>
  ROLES.filter((after) => lastAdministratorProblem({ before, after, otherAdministrators }) !== null);

test('the last administrator keeps the role', () => {
  expect(refused('Administrator', 0)).toEqual(['None', 'Team', 'Product', 'Budget']);
  expect(refused('Administrator', 1)).toEqual([]);
  expect(refused('Budget', 0)).toEqual([]);
});

test('the refusal says what to do first', () => {
  expect(
    lastAdministratorProblem({ before: 'Administrator', after: 'Team', otherAdministrators: 0 }),
  ).toEqual({
    code: 'DbValidationError',
    field: 'role',
    setting: null,
    message:
      'role Team would leave your organization without an Administrator; make someone else an Administrator first.',
  });
});
