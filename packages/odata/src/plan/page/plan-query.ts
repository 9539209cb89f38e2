import { ODataError } from '../../error.ts';
import type { Output } from '../../http/executor.ts';
import type { Model } from '../../model/model.ts';
import { render, sql } from '../../sql/fragment.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { RequestOptions } from '../../syntax/options-ast.ts';
import type { ResourceSegment } from '../../url/path-ast.ts';
import { type ParsedTarget, parseTarget } from '../../url/target.ts';
import { expandedMembers } from '../json/expanded.ts';
import type { Planning } from '../relation/planning.ts';
import type { Place } from '../resource/place.ts';
import { walk } from '../resource/walk.ts';
import { within } from '../within.ts';
import { planItemCount, planOne, planProperty, planText } from './one.ts';
import type { Plan } from './plan.ts';
import { countAll, isThere, planRows } from './rows.ts';

/** What is planned: a parsed request against a model. */
export interface QueryRequest<Context> {
  readonly model: Model<Context>;
  readonly target: ParsedTarget;
  /** Handed to the model's SQL. */
  readonly context: Context;
  readonly output: Pick<Output, 'pageSize' | 'prefix' | 'ieee754Compatible' | 'metadata' | 'root'>;
  /** What `now()` answers. */
  readonly now: Date;
}

/** Plans a request as one statement. Throws ODataError for whatever is wrong with it; nothing has been read then. */
export function planQuery<Context>(request: QueryRequest<Context>): Plan {
  const { model, context, output, now, target } = request;
  const { options } = target;
  const planning: Planning<Context> = {
    model,
    context,
    now,
    aliases: { next: 0 },
    parameters: new Map<string, Expression>(Object.entries(options.aliases ?? {})),
    prefix: output.prefix,
    expanded: expandedMembers,
    isFull: output.metadata === 'full',
    ieee754Compatible: output.ieee754Compatible,
  };
  const segments = segmentsOf(target, output.root);
  const last = segments.at(-1);
  const ending = last?.type === 'count' || last?.type === 'value' || last?.type === 'ref' ? last.type : null;
  const place = walk(planning, ending ? segments.slice(0, -1) : segments);
  return planPlace(planning, place, options, output.pageSize, ending);
}

function segmentsOf({ path, options }: ParsedTarget, root: string): readonly ResourceSegment[] {
  if (path.kind === 'resource') return path.segments;
  if (path.kind !== 'entity') throw new ODataError('NotImplemented', `$${path.kind} is not offered.`);
  const { id } = options;
  if (id === undefined) throw new ODataError('InvalidQuery', '$entity needs $id.', { target: '$id' });
  const named = within('$id', () =>
    parseTarget(id.startsWith(root) ? id.slice(root.length) : id, { plusIsBlank: false }),
  );
  if (named.path.kind !== 'resource' || named.path.segments.at(-1)?.type !== 'arguments') {
    throw new ODataError('InvalidQuery', 'The $id is that of no entity of this service.', { target: '$id' });
  }
  const { typeName } = path;
  if (typeName === null) return named.path.segments;
  return [...named.path.segments, { type: 'name', name: typeName, text: typeName, position: 0 }];
}

function planPlace<Context>(
  planning: Planning<Context>,
  place: Place<Context>,
  options: RequestOptions,
  pageSize: number | null,
  ending: 'count' | 'value' | 'ref' | null,
): Plan {
  if (place.kind === 'rows') {
    if (ending === 'value') throw misplaced('$value', 'one value');
    if (ending !== 'count') return planRows(planning, place, options, pageSize, ending === 'ref');
    const parent = place.parent ? isThere(place.parent) : sql`'true'`;
    const count = countAll(planning, place, options);
    return { kind: 'count', statement: render(sql`select (${count})::text, ${parent}`) };
  }
  if (place.kind === 'one') {
    if (ending === 'count' || ending === 'value')
      throw misplaced(`$${ending}`, ending === 'count' ? 'collections' : 'one value');
    return planOne(planning, place, options, ending === 'ref');
  }
  if (ending === 'ref') throw misplaced('$ref', 'entities');
  if (ending === 'count') return planItemCount(place);
  return ending === 'value' ? planText(place) : planProperty(planning, place, options);
}

function misplaced(word: string, what: string): ODataError {
  return new ODataError('InvalidQuery', `/${word} is for ${what}.`);
}
