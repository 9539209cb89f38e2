import { type Seconds, seconds } from '../brands.ts';
import { formatDuration } from '../durations/format.ts';
import type { WorklogProblem } from './problem.ts';

/**
 * No worklog is longer than 31 days, in seconds, whatever the settings say: nobody works longer without a pause, and sums of
 * lengths stay far from every number limit. Below it, only an organization's longest track limits the length.
 */
export const LONGEST_WORKLOG = seconds(31 * 86_400);

/** A worklog has a length. Null when all is well. */
export function lengthRequired(length: number | null | undefined): WorklogProblem | null {
  if (length !== null && length !== undefined) return null;
  const message = 'length is missing: give the length in whole seconds, such as 3600.';
  return { code: 'LengthIsRequired', field: 'length', setting: null, message };
}

/** A length is above zero. Null when all is well. */
export function lengthPositive(length: number): WorklogProblem | null {
  if (length > 0) return null;
  const message = `length is ${length}: it must be a positive number of seconds; give 1 or more.`;
  return { code: 'LengthMustBePositive', field: 'length', setting: null, message };
}

/** A length is whole seconds, at most the organization's longest track (null: no such rule), never over 31 days. Null when all is well. */
export function lengthWithinLimits(length: number, longestTrack: Seconds | null): WorklogProblem | null {
  if (!Number.isSafeInteger(length))
    return refuse(null, `length is ${length}: it must be a whole number of seconds, such as 3600.`);
  if (longestTrack !== null && longestTrack <= LONGEST_WORKLOG) {
    return length <= longestTrack ? null : tooLong(length, longestTrack, 'longestTrack');
  }
  return length <= LONGEST_WORKLOG ? null : tooLong(length, LONGEST_WORKLOG, null);
}

function tooLong(length: number, most: Seconds, setting: string | null): WorklogProblem {
  const rule =
    setting === null
      ? 'no worklog is longer than'
      : `your organization's longest track (setting ${setting}) is`;
  const limit = `${most} seconds (${formatDuration(most, 'HH:MM:SS')})`;
  return refuse(setting, `length is ${length} seconds: ${rule} ${limit}; give ${most} or less.`);
}

function refuse(setting: string | null, message: string): WorklogProblem {
  return { code: 'DbValidationError', field: 'length', setting, message };
}
