import { expect, test } from 'vitest';
import { seconds } from '../brands.ts';
import { lengthPositive, lengthRequired, lengthWithinLimits, LONGEST_WORKLOG } from './length.ts';

test('a length must be there', () => {
  expect(lengthRequired(undefined)).toEqual({
    code: 'LengthIsRequired',
    field: 'length',
    setting: null,
    message: 'length is missing: give the length in whole seconds, such as 3600.',
  });
  expect(lengthRequired(null)).toMatchObject({ code: 'LengthIsRequired' });
  expect(lengthRequired(0)).toBeNull();
});

test('a length must be positive', () => {
  expect(lengthPositive(1)).toBeNull();
  expect(lengthPositive(0)).toEqual({
    code: 'LengthMustBePositive',
    field: 'length',
    setting: null,
    message: 'length is 0: it must be a positive number of seconds; give 1 or more.',
  });
  expect(lengthPositive(-5)).toMatchObject({ code: 'LengthMustBePositive' });
  expect(lengthPositive(Number.NaN)).toMatchObject({ code: 'LengthMustBePositive' });
});

test('over the longest track is refused, with the limit in the message', () => {
  expect(lengthWithinLimits(36_000, seconds(36_000))).toBeNull();
  expect(lengthWithinLimits(36_001, seconds(36_000))).toEqual({
    code: 'DbValidationError',
    field: 'length',
    setting: 'longestTrack',
    message:
      "length is 36001 seconds: your organization's longest track (setting longestTrack) is 36000 seconds (10:00:00); " +
      'give 36000 or less.',
  });
});

test('without a longest track more than a day is fine, and 31 days are the end', () => {
  expect(lengthWithinLimits(100_000, null)).toBeNull();
  expect(lengthWithinLimits(LONGEST_WORKLOG, null)).toBeNull();
  expect(lengthWithinLimits(LONGEST_WORKLOG + 1, null)?.message).toContain(
    'no worklog is longer than 2678400 seconds (744:00:00); give 2678400 or less',
  );
  expect(lengthWithinLimits(LONGEST_WORKLOG + 1, seconds(LONGEST_WORKLOG * 2))?.message).toContain(
    'no worklog is longer than',
  );
});

test('a longest track of 31 days is the setting’s, and one above it does not count', () => {
  expect(lengthWithinLimits(LONGEST_WORKLOG + 1, LONGEST_WORKLOG)?.setting).toBe('longestTrack');
  expect(lengthWithinLimits(LONGEST_WORKLOG + 1, seconds(LONGEST_WORKLOG + 1))?.setting).toBeNull();
});

test('parts of a second and numbers beyond exactness are refused', () => {
  expect(lengthWithinLimits(1.5, null)?.message).toContain('whole number');
  expect(lengthWithinLimits(1e300, null)?.code).toBe('DbValidationError');
});
