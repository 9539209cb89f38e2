import { DEFAULT_WEEK_RULES } from '@stint/domain';
import { createFormats } from '@stint/ui';
import { expect, test } from 'vitest';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { valueText } from './value-text.ts';

const formats = createFormats({
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  durationFormat: 'HH:MM',
  weekRules: DEFAULT_WEEK_RULES,
  rounding: null,
});
const id = '01941f29-7c00-7000-8000-02667d20a87e';
const writing = { texts: await auditLogTexts.load('en'), formats, names: new Map([[id, 'Ann Lee']]) };

test.each([
  ['length', 29_520, '8:12'],
  ['billableLength', 61, '0:01:01'],
  ['workItemId', 1001, '1001'],
  ['isBillable', true, 'yes'],
  ['isBillable', false, 'no'],
  ['comment', null, 'nothing'],
  ['comment', '', 'nothing'],
  ['userId', id.toUpperCase(), 'Ann Lee'],
  ['userId', '01941f29-7c00-7000-8000-02667d20a87f', '01941f29-7c00-7000-8000-02667d20a87f'],
  ['names', ['a', 'b'], 'a, b'],
  ['names', [], 'nothing'],
  ['weekStart', '2020-11-16', 'Mon, 16 Nov 2020'],
  ['timestamp', '2020-11-16T09:10:00', 'Mon, 16 Nov 2020, 09:10'],
  ['createdAt', '2020-11-16T09:10:00Z', '16 Nov 2020, 10:10'],
  ['odd', { a: 1 }, '{"a":1}'],
])('%s %j is written %s', (field, value, text) => {
  expect(valueText(field, value, writing)).toBe(text);
});
