import { ODataError } from '../error.ts';

/** Runs `work`; its fault tells the option or the segment that it was about. */
export function within<Result>(target: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof ODataError ? error.within(target) : error;
  }
}

/** The same for `$expand`, and for the options within its parentheses: their places are counted in the whole of it. */
export function withinExpand<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ODataError)) throw error;
    const { code, message, position, status, target = '$' } = error;
    throw target.startsWith('$')
      ? new ODataError(code, message, { target: '$expand', position, status })
      : error;
  }
}
