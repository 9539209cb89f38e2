import { ODataError } from '../../error.ts';

/**
 * What a fault of PostgreSQL means to whoever asked: values that are out of range or of a wrong form (class 22) are the query's, and so
 * is more than a statement takes (class 54); a query that was cancelled ran too long; all else is ours and stays as it is.
 */
export function faultOf(error: unknown): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  if (code.startsWith('22')) {
    const message = error instanceof Error ? error.message : 'a value is wrong';
    return new ODataError('InvalidQuery', `The query cannot be computed: ${message}.`);
  }
  if (code.startsWith('54')) {
    return new ODataError(
      'TooComplex',
      'The query asks for more at once than the database takes; ask for less.',
    );
  }
  if (code === '57014') return new ODataError('QueryTimeout', 'The query ran too long and was cancelled.');
  return error;
}

/** The SQLSTATE of a fault of PostgreSQL. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}
