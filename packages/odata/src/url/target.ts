import { ODataError } from '../error.ts';
import { parseResourcePath } from './path.ts';
import type { ResourcePath } from './path-ast.ts';
import { type ParsedQuery, parseQuery, type QueryReading } from './query.ts';
import { splitTarget } from './split.ts';

/** What a URL asks for, as it was written. */
export interface ParsedTarget extends ParsedQuery {
  readonly path: ResourcePath;
}

/**
 * Parses the raw target of a request, relative to the service's root: `Products(5)?$select=Name`. Throws ODataError (400) with target,
 * position and what was expected; 501 for `/$each`.
 */
export function parseTarget(target: string, reading: QueryReading): ParsedTarget {
  const { segments, query } = splitTarget(target);
  const path = parseResourcePath(segments);
  const parsed = parseQuery(query, reading);
  if (path.kind === 'entity' && parsed.options.id === undefined) {
    throw new ODataError('SyntaxError', 'Expected $id with the URL of the entity.', {
      target: '$id',
      position: 0,
    });
  }
  return { path, ...parsed };
}
