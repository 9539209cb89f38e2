import {
  type EntitySet,
  type EntityType,
  identifier,
  join,
  raw,
  render,
  type RowBeside,
  type Sql,
  type Source,
  type StructuredType,
  sql,
} from '@stint/odata';
import { CompiledQuery } from 'kysely';
import type { Db } from '../../../http/asked.ts';
import type { Condition, ReportingContext } from '../model/context.ts';

export interface Wanted {
  /** Values such as `User/Name`; all of them, complex ones included, when absent. */
  readonly select?: readonly string[];
  /** Beyond the set's own condition. */
  readonly where?: Condition;
  readonly orderBy?: string;
  readonly limit?: number;
  /** Keys of the rows that are asked for: what can be made for few rows is made for them alone. */
  readonly keys?: Sql;
}

/** What PostgreSQL answers, by path. */
export type Row = Record<string, string | number | boolean | null>;

interface Selecting {
  readonly context: ReportingContext;
  readonly keys: Sql | undefined;
  readonly wanted: readonly string[] | undefined;
  readonly columns: Sql[];
  readonly joins: Sql[];
  readonly beside: Map<RowBeside<ReportingContext>, Sql>;
}

/** A plain select of a set's values, as little as a test needs to see the model's SQL at work. */
export function selectOf(
  type: EntityType<ReportingContext>,
  { table, where }: Source<ReportingContext>,
  context: ReportingContext,
  wanted: Wanted = {},
): Sql {
  const selecting = {
    context,
    keys: wanted.keys,
    wanted: wanted.select,
    columns: [],
    joins: [],
    beside: new Map(),
  };
  collect(selecting, type, 't', '');
  const t = identifier('t');
  const conditions = [...(where ? [where(t, context)] : []), ...(wanted.where ? [wanted.where(t)] : [])];
  const condition = conditions.length > 0 ? sql` where ${join(conditions, ' and ')}` : sql``;
  const order = wanted.orderBy === undefined ? sql`` : sql` order by t.${identifier(wanted.orderBy)}`;
  const limit = wanted.limit === undefined ? sql`` : raw(` limit ${wanted.limit}`);
  const { columns, joins } = selecting;
  return sql`select ${join(columns)} from ${table(context)} t${join(joins, '')}${condition}${order}${limit}`;
}

function collect(selecting: Selecting, type: StructuredType<ReportingContext>, alias: string, path: string) {
  const { context, wanted, columns, joins } = selecting;
  const row = identifier(alias);
  for (const [name, property] of Object.entries(type.properties)) {
    const full = `${path}${name}`;
    if (property.kind === 'complex') {
      if (wanted && !wanted.some((each) => each.startsWith(`${full}/`))) continue;
      const inner = property.join ? `j${joins.length}` : alias;
      if (property.join) {
        const { table, on, optional } = property.join;
        const other = identifier(inner);
        const kind = optional ? sql` left join ` : sql` join `;
        joins.push(sql`${kind}${table(context)} ${other} on ${on(row, other, context)}`);
      }
      collect(selecting, property.type, inner, `${full}/`);
    } else if (!wanted || wanted.includes(full)) {
      const beside =
        property.kind === 'value' && property.beside ? besideOf(selecting, row, property.beside) : row;
      columns.push(sql`${property.sql(beside, context)} as "${raw(full)}"`);
    }
  }
}

/** The row beside one, joined once. */
function besideOf(
  { context, keys, joins, beside }: Selecting,
  row: Sql,
  made: RowBeside<ReportingContext>,
): Sql {
  const known = beside.get(made);
  if (known) return known;
  const other = identifier(`j${joins.length}`);
  const table = keys && made.tableOf ? made.tableOf(keys, context) : made.table(row, context);
  joins.push(sql` left join ${table} ${other} on ${made.on(row, other, context)}`);
  beside.set(made, other);
  return other;
}

/** The rows of a set. */
export async function rowsOf(
  db: Db,
  { type, source }: EntitySet<ReportingContext>,
  context: ReportingContext,
  wanted: Wanted = {},
): Promise<Row[]> {
  return run(db, selectOf(type, source, context, wanted));
}

/** Rows that a navigation property leads to, each with the key of the row it starts from as `from`. */
export async function followed(
  db: Db,
  { type, source }: EntitySet<ReportingContext>,
  name: string,
  context: ReportingContext,
  { select, where }: { select: string; where?: Condition },
): Promise<Row[]> {
  const navigation = type.navigation[name];
  const property = navigation?.target().properties[select];
  const key = type.properties[type.key[0] ?? ''];
  if (!navigation || property?.kind !== 'value' || key?.kind !== 'value')
    throw new Error(`no ${name}/${select}`);
  const [row, other] = [identifier('t'), identifier('n')];
  const inner = navigation.source.where ? sql` and ${navigation.source.where(other, context)}` : sql``;
  const own = source.where ? source.where(row, context) : sql`true`;
  return run(
    db,
    sql`select ${key.sql(row, context)} as ${textAlias('from')}, ${property.sql(other, context)} as ${textAlias('value')}
      from ${source.table(context)} t
      join ${navigation.source.table(context)} n on ${navigation.on(row, other, context)}${inner}
      where ${own}${where ? sql` and ${where(row)}` : sql``}`,
  );
}

function textAlias(name: string): Sql {
  return raw(`"${name}"`);
}

/** The rows of a statement. */
async function run(db: Db, statement: Sql): Promise<Row[]> {
  const { text, values } = render(statement);
  return (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows;
}

/** The plan of a statement as it ran, with one line a node. */
export function planOf(db: Db, statement: Sql): Promise<string> {
  const { text, values } = render(statement);
  return planOfText(db, text, values);
}

/** The same of a statement's text and parameters. */
export async function planOfText(db: Db, text: string, values: readonly unknown[]): Promise<string> {
  const explain = `explain (analyze, costs off, timing off, summary off) ${text}`;
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(explain, [...values]));
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
