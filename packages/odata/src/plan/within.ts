import { ODataError } from '../error.ts';

/** Runs `work`; its fault tells the option or the segment that it was about. */
export function within<Result>(target: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof ODataError ? error.within(target) : error;
  }
}
