import { isPrimitive } from '../../bind/typed.ts';
import { render, sql } from '../../sql/fragment.ts';
import type { RequestOptions } from '../../syntax/options-ast.ts';
import { ODataError } from '../../error.ts';
import { columnsOfShape, columnType } from '../columns.ts';
import { listOf } from '../context-url.ts';
import { jsonOfShape } from '../json/entity.ts';
import { textOf } from '../json/parts.ts';
import { referenceOf } from '../json/reference.ts';
import { jsonOfValue, textOfValue } from '../json/value.ts';
import { withComputed } from '../relation/computing.ts';
import type { Planning } from '../relation/planning.ts';
import { selectFrom } from '../relation/select.ts';
import type { One, Property } from '../resource/place.ts';
import { selectionOf } from '../selection/selection.ts';
import { within, withinExpand } from '../within.ts';
import type { CountPlan, ItemsPlan, OnePlan, TextPlan, ValuePlan } from './plan.ts';

/** Plans one entity or complex value. */
export function planOne<Context>(
  planning: Planning<Context>,
  place: One<Context>,
  options: RequestOptions,
  isReference: boolean,
): OnePlan {
  checkOptions(options);
  const { shape, columns: made } = within('$compute', () =>
    withComputed(planning, place.shape, options.compute ?? []),
  );
  const selection = within('$select', () => selectionOf(options.select, shape));
  const computed = made.map(({ path }) => path[0] ?? '');
  const shown = { selection, expand: options.expand, computed, depth: 0 };
  const json = isReference
    ? referenceOf(planning, shape)
    : withinExpand(() => jsonOfShape(planning, shape, shown));
  const text = place.present
    ? sql`case when ${place.present.sql} is not null then ${textOf(json)} end`
    : textOf(json);
  const list = listOf(shape, options, computed, 0);
  const context = isReference ? '$ref' : withList(place.context, list);
  const columns = isReference ? [] : columnsOfShape(shape, selection, options, computed);
  return { kind: 'one', context, columns, statement: render(selectFrom(place.relation, text)) };
}

/** `Orders(Id)/$entity`: the list stands behind the set. */
function withList(context: string, list: string): string {
  const suffix = '/$entity';
  return context.endsWith(suffix)
    ? `${context.slice(0, -suffix.length)}${list}${suffix}`
    : `${context}${list}`;
}

/** Plans a property's value or values. */
export function planProperty<Context>(
  planning: Planning<Context>,
  { relation, member, path }: Property<Context>,
  options: RequestOptions,
): ValuePlan | ItemsPlan {
  checkOptions(options);
  if (member.kind === 'value') {
    const { value } = member;
    const json = textOf(jsonOfValue(value, planning));
    const text = value.nullable ? sql`case when ${value.sql} is not null then ${json} end` : json;
    return {
      kind: 'value',
      context: path,
      type: columnType(value.type),
      statement: render(selectFrom(relation, text)),
    };
  }
  const { value, from } = member.items.open();
  const type = columnType(value.type);
  const items = sql`select string_agg(${textOf(jsonOfValue(value, planning))}, E',\\n') from ${from}`;
  const statement = render(selectFrom(relation, sql`(${items})`));
  return { kind: 'items', context: path, columns: [{ path: [], type }], statement };
}

/** Plans `/$value`: the bare text of a value. */
export function planText<Context>({ relation, member }: Property<Context>): TextPlan {
  if (member.kind !== 'value') throw new ODataError('InvalidQuery', '/$value is for one value.');
  const { value } = member;
  const isBinary = isPrimitive(value.type, 'Edm.Binary');
  const contentType = isBinary ? 'application/octet-stream' : 'text/plain; charset=utf-8';
  return { kind: 'text', contentType, isBinary, statement: render(selectFrom(relation, textOfValue(value))) };
}

/** Plans `/$count` of a property with several values. */
export function planItemCount<Context>({ relation, member }: Property<Context>): CountPlan {
  if (member.kind !== 'collection') throw new ODataError('InvalidQuery', '/$count is for collections.');
  const count = sql`coalesce(cardinality(${member.value.sql}), 0)::text, 'true'`;
  return { kind: 'count', statement: render(selectFrom(relation, count)) };
}

/** Options that work on collections have no place at one value. */
function checkOptions(options: RequestOptions): void {
  const wrong = (['filter', 'search', 'orderby', 'top', 'skip', 'skiptoken', 'count', 'apply'] as const).find(
    (name) => options[name] !== undefined,
  );
  if (wrong === undefined) return;
  throw new ODataError('InvalidQuery', `$${wrong} is for collections.`, { target: `$${wrong}` });
}
