import { expect, test } from 'vitest';
import { subjectOf } from './subject.ts';

const workItem = {
  id: 1001,
  title: 'Retry failed uploads',
  color: 'F2CB1D',
  teamProject: 'Atlas',
  type: 'Task',
  workItemLink: '',
  effort: null,
  parent: null,
};

test('a picked item takes the text as its comment', () => {
  expect(subjectOf(workItem, ' 409 ', 'a')).toEqual({
    workItem,
    workItemId: 1001,
    comment: '409',
    activityTypeId: 'a',
  });
});

test.each(['1001', ' #1001 '])('%j alone is the id of a work item', (text) => {
  expect(subjectOf(null, text, 'a')).toMatchObject({ workItemId: 1001, comment: '' });
});

test.each(['Standup', '1001 again', '1.5'])('%j alone is a comment', (text) => {
  expect(subjectOf(null, text, 'a')).toMatchObject({ workItemId: null, comment: text });
});
