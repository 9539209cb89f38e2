import { identifier, join, raw, render, type Sql, sql } from '../../sql/fragment.ts';
import { asOperand } from '../../sql/operand.ts';
import type { RequestOptions } from '../../syntax/options-ast.ts';
import { columnsOf } from '../columns.ts';
import { contextList } from '../context-url.ts';
import { textOf } from '../json/parts.ts';
import { referenceOf } from '../json/reference.ts';
import { afterCondition } from '../order/order.ts';
import { placeOf } from '../order/token.ts';
import { chosenRows, countOf, jsonOfRows, orderedBy } from '../relation/options.ts';
import type { Planning } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { selectFrom } from '../relation/select.ts';
import { pickedFirst } from '../relation/picked.ts';
import { unlimited } from '../relation/steps.ts';
import type { One, Rows } from '../resource/place.ts';
import type { PageBounds, RowsPlan } from './plan.ts';

/** Largest page that a client may prefer. */
const MOST_ROWS = 10_000;

/** Plans a page of the rows that a path leads to, or all of them where pages are as large as can be. */
export function planRows<Context>(
  planning: Planning<Context>,
  place: Rows<Context>,
  options: RequestOptions,
  pageSize: number | null,
  isReference: boolean,
): RowsPlan {
  const rows = chosenRows(planning, place.relation, options, place.search);
  const chosen = unlimited(planning, rows);
  const sorted = orderedBy(planning, chosen, options);
  const { relation, page } = pageOf(sorted, options, pageSize, place.pageSize);
  const jsonOf = (shown: Relation<Context>) =>
    textOf(isReference ? referenceOf(planning, shown.shape) : jsonOfRows(planning, shown, options, 0));
  const json = jsonOf(sorted);
  const picked = pickedFirst(planning, relation, options);
  const total = options.count === true ? sql`(${countOf(planning, rows)})::text` : sql`null`;
  const parent = place.parent ? isThere(place.parent) : null;
  const context = isReference ? 'Collection($ref)' : `${place.context}${contextList(sorted, options)}`;
  const columns = isReference
    ? [{ path: [`${planning.prefix}id`], type: 'Edm.String' as const }]
    : columnsOf(sorted, options);
  const before =
    options.count === true || parent !== null ? render(sql`select ${total}, ${parent ?? sql`'true'`}`) : null;
  const facts = [total, parent ?? sql`'true'`];
  const lastAt = page && relation.top !== null && relation.top > page.size ? page.size : null;
  const query = (shown: Relation<Context>, text: Sql) =>
    page ? pageStatement(shown, text, lastAt, facts) : selectFrom(shown, text);
  const statement = render(
    picked ? picked.statement(query(picked.relation, jsonOf(picked.relation))) : query(relation, json),
  );
  return { kind: 'rows', context, columns, page, statement, before: page ? null : before };
}

/** The rows of the page with one more, which says whether another page follows; null for all rows. */
function pageOf<Context>(
  sorted: Relation<Context>,
  { top, skip = 0, skiptoken }: RequestOptions,
  wanted: number | null,
  usual: number,
): { readonly relation: Relation<Context>; readonly page: PageBounds | null } {
  const from = skiptoken === undefined ? null : placeOf(skiptoken, sorted.order);
  const left = from ? from.left : (top ?? null);
  const after = from && { sql: asOperand(afterCondition(sorted.order, from.after)), rows: new Set<string>() };
  const conditions = after ? [...sorted.conditions, after] : sorted.conditions;
  const rest = { ...sorted, conditions, skip: from ? 0 : skip };
  if (wanted === Number.POSITIVE_INFINITY) return { relation: { ...rest, top: left }, page: null };
  const fullSize = Math.max(1, Math.min(from?.size ?? wanted ?? usual, MOST_ROWS));
  const size = Math.min(fullSize, left ?? fullSize);
  const isSingle = sorted.key.length === 0;
  const isLast = isSingle || (left !== null && left <= fullSize);
  const page = { size, fullSize, left, order: sorted.order };
  return { relation: { ...rest, top: isLast ? size : size + 1 }, page };
}

/** `lastAt` is the place of the row after which the next page may begin; null where none may. */
function pageStatement<Context>(
  relation: Relation<Context>,
  json: Sql,
  lastAt: number | null,
  facts: readonly Sql[],
): Sql {
  const { order } = relation;
  const names = lastAt === null ? [] : order.map((_, index) => identifier(`o${index + 1}`));
  const values = names.map((name, index) => sql`${order[index]?.value.sql ?? sql`null`} as ${name}`);
  const last = names.map((name) => sql`(array_agg(p.${name}))[${raw(String(lastAt))}]::text`);
  const rows = selectFrom(relation, join([sql`${json} as json`, ...values]));
  const list = join([
    sql`string_agg(p.json, E',\\n')`,
    sql`count(p.json)::text`,
    sql`count(*)::text`,
    ...facts,
    ...last,
  ]);
  return sql`select ${list} from (${rows}) p`;
}

/** How many rows there are, whatever the page. */
export function countAll<Context>(
  planning: Planning<Context>,
  { relation, search }: Rows<Context>,
  options: RequestOptions,
): Sql {
  return countOf(planning, chosenRows(planning, relation, options, search));
}

/** Whether a row, and what it is asked for, is there. */
export function isThere<Context>({ relation, present }: One<Context>): Sql {
  const there = present ? [{ sql: sql`(${present.sql} is not null)`, rows: present.rows }] : [];
  const rows = { ...relation, conditions: [...relation.conditions, ...there] };
  return sql`(exists (${selectFrom(rows, sql`1`)}))::text`;
}
