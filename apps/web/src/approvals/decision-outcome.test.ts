import { APPROVAL_STATE, type WallDate } from '@stint/domain';
import { expect, test } from 'vitest';
import { foreseeDecision, referenceOf, refusedWeeks } from './decision-outcome.ts';
import { keyOfWeek, type ManagedWeek } from './managed-week.ts';

const week = (personId: string, id: string | null): ManagedWeek => ({
  key: keyOfWeek(personId, '2026-11-16'),
  id,
  person: { id: personId, name: personId },
  start: '2026-11-16' as WallDate,
  end: '2026-11-22' as WallDate,
  state: id === null ? APPROVAL_STATE.inProgress : APPROVAL_STATE.submitted,
  lock: id === null ? null : 'submitted',
  lengthSeconds: 60,
  version: 3,
  comment: null,
  submitted: null,
});
const [one, other, open] = [week('a', 'id-a'), week('b', 'id-b'), week('c', null)];
const pages = (weeks: ManagedWeek[]) => ({ pages: [weeks], pageParams: [0] });

test('a week is named by what was seen of it', () => {
  expect(referenceOf(one)).toEqual({ id: 'id-a', version: 3 });
  expect(referenceOf(open)).toEqual({ userId: 'c', weekStart: '2026-11-16', version: 3 });
});

test('approved weeks leave the pending ones, locked ones stay among the unsubmitted', () => {
  const approved = foreseeDecision('pending', pages([one, other]), {
    act: 'approve',
    weeks: [one],
    comment: '',
  });
  expect(approved.pages).toEqual([[other]]);
  const locked = foreseeDecision('unsubmitted', pages([open]), { act: 'lock', weeks: [open], comment: '' });
  expect(locked.pages[0]).toMatchObject([{ key: open.key, lock: 'locked' }]);
  const archived = pages([{ ...one, state: APPROVAL_STATE.approved, lock: 'approved' as const }]);
  const reopened = foreseeDecision('archived', archived, { act: 'reopen', weeks: [one], comment: '' });
  expect(reopened.pages[0]).toMatchObject([{ state: APPROVAL_STATE.reopened, lock: null }]);
});

test('refusals are told week by week, and whether somebody else was faster', () => {
  const error = (errorCode: string, message: string) => ({ errorCode, message });
  const result = {
    succeeded: 0,
    failed: 3,
    failedEntries: [
      { entity: { id: 'id-a', version: 3 }, error: error('DbValidationError', 'version: the week changed.') },
      { entity: { userId: 'c', weekStart: '2026-11-16' }, error: error('AccessDenied', 'Not yours.') },
      { entity: { id: 'id-b' }, error: error('ApprovalStateFailed', 'It is in progress.') },
      { entity: { id: 'id-x' }, error: error('EntityNotFound', 'No such week.') },
    ],
  };
  expect(refusedWeeks([one, other, open], result)).toEqual([
    { week: one, hasChanged: true, message: 'version: the week changed.' },
    { week: open, hasChanged: false, message: 'Not yours.' },
    { week: other, hasChanged: true, message: 'It is in progress.' },
  ]);
});
