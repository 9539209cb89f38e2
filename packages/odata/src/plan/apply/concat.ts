import { converted } from '../../bind/operators/common.ts';
import { type ResultColumn, resultShape } from '../../bind/result-shape.ts';
import type { Shape } from '../../bind/shape.ts';
import { isNumber, isSameType, primitive, type Typed, widerNumber } from '../../bind/typed.ts';
import { ODataError } from '../../error.ts';
import { identifier, join, raw, type Sql, sql } from '../../sql/fragment.ts';
import { fittingType } from '../order/held.ts';
import { readFrom } from '../relation/columns.ts';
import { newAlias, type Planning } from '../relation/planning.ts';
import type { Relation } from '../relation/relation.ts';
import { selectFrom } from '../relation/select.ts';

/** The rows of all branches, one branch after the other, each with what its branch has. */
export function concatenated<Context>(
  planning: Planning<Context>,
  branches: readonly Relation<Context>[],
): Relation<Context> {
  const alias = newAlias(planning, 'u');
  const name = (index: number) => `${alias}_${index + 1}`;
  const shown = branches.map(columnsOf);
  const columns = merged(shown);
  const kinds = kindsOf(branches, shown);
  const selects = branches.map((branch, number) => {
    const own = new Map((shown[number] ?? []).map((column) => [column.path.join('/'), column.value]));
    const list = columns.map(({ path, value }, index) => {
      const there = own.get(path.join('/'));
      const column = there ? converted(there, value).sql : sql`null`;
      return sql`${column}::${raw(fittingType(value))} as ${identifier(name(index))}`;
    });
    const place = sql`${raw(String(number))} as ${identifier(`${alias}_branch`)}`;
    const row = sql`row_number() over () as ${identifier(`${alias}_row`)}`;
    const kind = sql`${kinds.of[number] ?? raw('0')} as ${identifier(`${alias}_kind`)}`;
    return numbered(planning, branch, kinds.own.length > 1 ? [...list, kind] : list, place, row);
  });
  const table = sql`(${join(selects, ' union all ')})`;
  const read = (value: Typed, column: string) =>
    readFrom(value, alias, sql`${identifier(alias)}.${identifier(column)}`);
  const outer = columns.map(({ path, value }, index) => ({ path, value: read(value, name(index)) }));
  const count: Typed = { ...NUMBER, rows: new Set([alias]) };
  return {
    shape: resultShape(outer),
    from: () => sql`${table} ${identifier(alias)}`,
    conditions: [],
    order: [],
    skip: 0,
    top: null,
    columns: outer,
    key: [read(count, `${alias}_branch`), read(count, `${alias}_row`)],
    ...(kinds.own.length > 1 && { kinds: { of: read(count, `${alias}_kind`), own: kinds.own } }),
    entity: null,
  };
}

/** The kinds of rows of all branches, those of a branch one behind the other, and the number of a row's kind in each branch; one kind where all have the same. */
function kindsOf<Context>(
  branches: readonly Relation<Context>[],
  shown: readonly (readonly ResultColumn[])[],
): { readonly own: readonly ReadonlySet<string>[]; readonly of: readonly Sql[] } {
  const own: ReadonlySet<string>[] = [];
  const of = branches.map(({ kinds }, index) => {
    const first = raw(String(own.length));
    const paths = (shown[index] ?? []).map(({ path }) => path.join('/'));
    const some = new Set(kinds?.own.flatMap((each) => [...each]));
    for (const each of kinds?.own ?? [new Set<string>()]) {
      own.push(new Set(paths.filter((path) => each.has(path) || !some.has(path))));
    }
    return kinds ? sql`${first} + ${kinds.of.sql}` : first;
  });
  const [one = new Set()] = own;
  const isSame = own.every((each) => each.size === one.size && each.isSubsetOf(one));
  return { own: isSame ? own.slice(0, 1) : own, of };
}

const NUMBER: Typed = {
  type: primitive('Edm.Int64'),
  nullable: false,
  storage: 'timestamptz',
  sql: raw('0'),
  rows: new Set(),
  literal: null,
  position: 0,
};

/** The branch with its rows numbered in their order. */
function numbered<Context>(
  planning: Planning<Context>,
  branch: Relation<Context>,
  list: readonly Sql[],
  place: Sql,
  row: Sql,
): Sql {
  const inner = newAlias(planning, 'b');
  const rows = sql`(${selectFrom(branch, join(list))}) ${identifier(inner)}`;
  return sql`(select ${identifier(inner)}.*, ${place}, ${row} from ${rows})`;
}

/** What a branch shows: its columns; of entities all values, those of complex values with their paths. */
function columnsOf<Context>({ shape, columns, entity }: Relation<Context>): readonly ResultColumn[] {
  return entity ? [...valuesOf(shape, []), ...columns] : columns;
}

function valuesOf(shape: Shape, path: readonly string[]): ResultColumn[] {
  return Object.keys(shape.type?.properties ?? {}).flatMap((name) => {
    const member = shape.member(name);
    if (member?.kind === 'value') return [{ path: [...path, name], value: member.value }];
    return member?.kind === 'shape' ? valuesOf(member.shape, [...path, name]) : [];
  });
}

/** All columns by path, each nullable where a branch lacks it or has nulls; of different numbers the wider type. */
function merged(branches: readonly (readonly ResultColumn[])[]): ResultColumn[] {
  const all = new Map<string, { column: ResultColumn; seen: number }>();
  for (const column of branches.flat()) {
    const key = column.path.join('/');
    const known = all.get(key);
    const value = known ? common(known.column, column) : column.value;
    all.set(key, { column: { path: column.path, value }, seen: (known?.seen ?? 0) + 1 });
  }
  return [...all.values()].map(({ column: { path, value }, seen }) => ({
    path,
    value: { ...value, nullable: value.nullable || seen < branches.length },
  }));
}

function common({ path, value: left }: ResultColumn, { value: right }: ResultColumn): Typed {
  const nullable = left.nullable || right.nullable;
  if (left.type.kind === 'null') return { ...right, nullable: true };
  if (right.type.kind === 'null' || isSameType(left.type, right.type)) return { ...left, nullable };
  if (isNumber(left.type) && isNumber(right.type)) {
    return { ...left, nullable, type: primitive(widerNumber(left.type, right.type)) };
  }
  throw new ODataError('TypeMismatch', `${path.join('/')} has different types in the branches of concat.`);
}
