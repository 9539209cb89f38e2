import { expect, test } from 'vitest';
import { workItemId } from '../brands.ts';
import { workItemOrCommentRequired } from './work-item-or-comment.ts';

const item = workItemId(1001);

test('without either the refusal asks for one of them', () => {
  const rules = { alwaysRequireWorkItem: false, requireComment: false };
  expect(workItemOrCommentRequired({ workItemId: null, comment: null }, rules)?.message).toBe(
    'workItemId and comment are both missing: give the number of a work item, or a comment.',
  );
});

test.each([
  // always work item, comment | work item, comment → the field that is refused
  [false, false, item, '', null],
  [false, false, null, 'Review', null],
  [false, false, item, null, null],
  [false, false, null, '', 'workItemId'],
  [false, false, null, ' \n', 'workItemId'],
  [false, false, null, null, 'workItemId'],
  [true, false, null, 'Review', 'workItemId'],
  [true, false, item, '', null],
  [false, true, item, '', 'comment'],
  [false, true, null, 'Review', null],
  [true, true, null, '', 'workItemId'],
  [true, true, item, '', 'comment'],
  [true, true, item, 'Review', null],
] as const)(
  'requires item %s, comment %s; has %s, %j: refused field %s',
  (always, require, id, comment, field) => {
    const rules = { alwaysRequireWorkItem: always, requireComment: require };
    const problem = workItemOrCommentRequired({ workItemId: id, comment }, rules);
    expect(problem?.field ?? null).toBe(field);
    const setting = { workItemId: always ? 'workItemRequired' : null, comment: 'commentRequired' };
    expect(problem?.setting).toBe(field === null ? undefined : setting[field]);
    if (problem?.setting) expect(problem.message).toContain(`(setting ${problem.setting}); `);
    expect(problem?.code ?? 'WorkItemIdOrCommentRequired').toBe('WorkItemIdOrCommentRequired');
  },
);
