import { NO_DRAFT } from '@stint/ui';
import { expect, test } from 'vitest';
import { givenBack, isTrackDraft } from './track-draft.ts';

const typed = { ...NO_DRAFT, text: 'Standup', isBillable: true };

test('what stood in the bar is known again; anything else is not', () => {
  for (const draft of [NO_DRAFT, typed, { ...typed, workItem: { id: 1, title: 'One' } }])
    expect(isTrackDraft(JSON.parse(JSON.stringify(draft)))).toBe(true);
  for (const other of [null, 7, {}, { ...typed, text: 1 }, { ...typed, workItem: {} }, { text: '' }])
    expect(isTrackDraft(other)).toBe(false);
});

test('what was refused comes back, but never over something typed since', () => {
  expect(givenBack(NO_DRAFT, typed)).toBe(typed);
  const other = { ...NO_DRAFT, text: 'Other' };
  expect(givenBack(other, typed)).toBe(other);
});
