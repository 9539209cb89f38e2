import type { WorkLog } from '@stint/contract';
import { expect, test } from 'vitest';
import { changeOf, type Entry, fieldOfError, newWorklogOf } from './entry.ts';

const id = 'dc54d553-a762-47c3-a68f-80d64bdd2a66';
const person = {
  uniqueName: 'cleo@demo.local',
  displayName: null,
  vstsId: null,
  vstsCollectionId: null,
  email: null,
  name: 'Cleo Winter',
  id,
};
const worklog: WorkLog = {
  id,
  timestamp: '2026-11-20T09:12:38',
  length: 95,
  billableLength: null,
  workItemId: 1001,
  comment: '409',
  user: person,
  addedByUser: person,
  editedByUser: person,
  createdTimestamp: '2026-11-20T09:12:38',
  editedTimestamp: '2026-11-20T09:12:38',
  activityType: { id, name: 'Development', color: '5b5fc7' },
  flags: {
    isTracked: true,
    isManuallyEntered: false,
    isChanged: false,
    isTrackedExtended: false,
    isImported: false,
    isFromApi: false,
    isBillable: false,
  },
  isCanEdit: null,
  isCanDelete: null,
};
const entry: Entry = {
  range: { date: '2026-11-20', from: '09:12:38', lengthSeconds: 95 },
  workItem: { id: 1001, title: '', color: '' },
  comment: '409',
  activityTypeId: id,
  billable: false,
  userId: '',
};

test('an untouched entry changes nothing', () => {
  expect(changeOf(worklog, entry)).toEqual({});
});

test('only what was changed is sent; taking the item away is 0', () => {
  expect(changeOf(worklog, { ...entry, workItem: null, comment: ' 410 ' })).toEqual({
    workItemId: 0,
    comment: '410',
  });
});

test('a billable entry stays wholly billable when its length changes', () => {
  const billable = { ...worklog, flags: { ...worklog.flags, isBillable: true } };
  const longer = { ...entry, billable: true, range: { ...entry.range, lengthSeconds: 100 } };
  expect(changeOf(billable, longer)).toEqual({ length: 100, billableLength: 100 });
  expect(changeOf(billable, entry)).toEqual({ billableLength: 0 });
});

test('a new worklog is billable as the box says, whatever the organization’s default is', () => {
  const billed = { ...entry, billable: true };
  expect(newWorklogOf(entry, id, false)).not.toHaveProperty('billableLength');
  expect(newWorklogOf(billed, id, false)).toMatchObject({ billableLength: 95 });
  expect(newWorklogOf(billed, id, true)).not.toHaveProperty('billableLength');
  expect(newWorklogOf(entry, id, true)).toMatchObject({ billableLength: 0 });
});

test('whose time it is goes along only where it is somebody else’s', () => {
  expect(newWorklogOf(entry, id, false)).not.toHaveProperty('userId');
  expect(newWorklogOf({ ...entry, userId: id }, id, false)).toMatchObject({ userId: id });
});

test.each([
  ['LengthMustBePositive', 'x', 'duration'],
  ['FutureCheckFailed', 'x', 'date'],
  ['DbValidationError', 'workItemId: the work item is closed', 'workItem'],
  ['DbValidationError', 'comment is too long', 'comment'],
  ['DbValidationError', 'something else', null],
  ['AccessDenied', 'comment', null],
])('%s "%s" stands at %s', (code, message, field) => {
  expect(fieldOfError({ code, message })).toBe(field);
});
