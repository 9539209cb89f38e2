import { ODataError } from '../error.ts';
import { parseAggregateItem } from './aggregate.ts';
import type { Transformation } from './apply-ast.ts';
import { parseArguments } from './arguments.ts';
import type { AggregateItem } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseExpression } from './expression.ts';
import { parseGroupKey } from './group-key.ts';
import { parseFromStart, parseTraverse } from './hierarchy.ts';
import { parseAlias, parseCompute, parseOrderBy } from './items.ts';
import { parseItems, parseList } from './list.ts';
import { parseAddNested, parseJoin, parseNestedSteps } from './nest.ts';
import { parseSearch } from './search.ts';
import { isTransformation, TRANSFORMATIONS } from './transformations.ts';
import { parseWholeNumber } from './whole-number.ts';

/** Most transformations in one sequence. */
const MOST_STEPS = 200;

/** Parses `$apply`: transformations that follow each other behind slashes (OData Data Aggregation 4.0). */
export function parseApply(cursor: Cursor): Transformation[] {
  const outer = cursor.enter();
  const steps: Transformation[] = [];
  do {
    steps.push(parseTransformation(cursor));
    if (steps.length > MOST_STEPS) {
      const position = cursor.offset();
      throw new ODataError(
        'TooComplex',
        `More than ${MOST_STEPS} transformations, at position ${position}.`,
        { position },
      );
    }
  } while (cursor.takeSign('/'));
  cursor.leave(outer);
  return steps;
}

const LIMIT = /^(top|bottom)(count|sum|percent)$/;

function parseTransformation(cursor: Cursor): Transformation {
  const { kind, text, position } = cursor.peek();
  const word = kind === 'name' ? text.toLowerCase() : '';
  const isCustom = kind === 'name' && text.includes('.');
  if (!isCustom && !isTransformation(word))
    throw cursor.fault(`a transformation (${TRANSFORMATIONS.join(', ')})`);
  cursor.next();
  if (word === 'identity') return { kind: 'identity', position };
  if (isCustom)
    return { kind: 'function', name: text, items: parseArguments(cursor, parseExpression, text), position };
  cursor.expectSign('(');
  const transformation = parseInner(cursor, word, position);
  cursor.expectSign(')');
  return transformation;
}

/** What stands in the parentheses behind the word. */
function parseInner(cursor: Cursor, word: string, position: number): Transformation {
  switch (word) {
    case 'filter':
      return { kind: word, predicate: parseExpression(cursor), position };
    case 'search':
      return { kind: word, search: parseSearch(cursor, true), position };
    case 'compute':
      return { kind: word, items: parseCompute(cursor), position };
    case 'orderby':
      return { kind: word, items: parseOrderBy(cursor), position };
    case 'top':
    case 'skip':
      return { kind: word, count: parseWholeNumber(cursor), position };
    case 'aggregate':
      return { kind: word, items: parseItems(cursor, parseNamedAggregate), position };
    case 'groupby':
      return parseGroupBy(cursor, position);
    case 'concat':
      return parseConcat(cursor, position);
    case 'nest':
      return { kind: word, path: null, branches: parseNestedSteps(cursor, parseApply), position };
    case 'addnested':
      return parseAddNested(cursor, parseApply, position);
    case 'join':
    case 'outerjoin':
      return parseJoin(cursor, parseApply, word, position);
    case 'ancestors':
    case 'descendants':
      return parseFromStart(cursor, parseApply, word, position);
    case 'traverse':
      return parseTraverse(cursor, parseApply, position);
    default:
      return parseLimit(cursor, word, position);
  }
}

function parseLimit(cursor: Cursor, word: string, position: number): Transformation {
  const [, side, by] = LIMIT.exec(word) ?? [];
  const amount = parseExpression(cursor);
  cursor.expectSign(',');
  const of = parseExpression(cursor);
  return {
    kind: 'limit',
    side: side as 'top' | 'bottom',
    by: by as 'count' | 'sum' | 'percent',
    amount,
    of,
    position,
  };
}

function parseConcat(cursor: Cursor, position: number): Transformation {
  const branches = parseItems(cursor, parseApply);
  if (branches.length < 2) throw cursor.fault('a comma and another sequence within concat');
  return { kind: 'concat', branches, position };
}

function parseGroupBy(cursor: Cursor, position: number): Transformation {
  const keys = parseList(cursor, (key) => parseGroupKey(key, parseApply));
  if (keys.length === 0) throw cursor.fault('a property to group by');
  const within = cursor.takeSign(',') ? parseApply(cursor) : [];
  return { kind: 'groupby', keys, within, position };
}

/** A custom aggregate keeps its name unless it is given one; every other needs one. */
function parseNamedAggregate(cursor: Cursor): AggregateItem {
  const item = parseAggregateItem(cursor, parseExpression);
  const isCustom = item.expression !== null && item.method === null && item.from.length === 0;
  return isCustom && !cursor.isWord('as') ? item : { ...item, name: parseAlias(cursor) };
}
