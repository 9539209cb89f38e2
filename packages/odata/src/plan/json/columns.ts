import type { ResultColumn } from '../../bind/result-shape.ts';
import { join, raw, sql } from '../../sql/fragment.ts';
import type { Relation } from '../relation/relation.ts';
import { isSelected, type Selection } from '../selection/selection.ts';
import { type JsonParts, objectOf, textOf } from './parts.ts';
import { jsonOfValue, type ValueStyle } from './value.ts';

/** A row of what was made as JSON: the columns that rows of its kind have. */
export function jsonOfResult<Context>(
  style: ValueStyle,
  { columns, kinds }: Pick<Relation<Context>, 'columns' | 'kinds'>,
  selection: Selection | null,
): JsonParts {
  if (!kinds) return jsonOfColumns(style, columns, selection);
  const { of, own } = kinds;
  const some = new Set(own.flatMap((paths) => [...paths]));
  const cases = own.map((paths, kind) => {
    const had = columns.filter(({ path }) => paths.has(path.join('/')) || !some.has(path.join('/')));
    return sql`when ${raw(String(kind))} then ${textOf(jsonOfColumns(style, had, selection))}`;
  });
  return [sql`case ${of.sql} ${join(cases, ' ')} end`];
}

/** What was grouped or aggregated as JSON, nested by path: `{"User":{"Name":…},"Total":…}`. */
function jsonOfColumns(
  style: ValueStyle,
  columns: readonly ResultColumn[],
  selection: Selection | null,
): JsonParts {
  const byName = new Map<string, ResultColumn[]>();
  for (const column of columns) {
    const [name = ''] = column.path;
    byName.set(name, [...(byName.get(name) ?? []), column]);
  }
  const shown = [...byName].filter(([name]) => isSelected(selection, name));
  return objectOf(
    shown.map(([name, within]) => {
      const [first] = within;
      if (first?.path.length === 1) return [name, jsonOfValue(first.value, style)];
      const inner = within.map(({ path, value }) => ({ path: path.slice(1), value }));
      return [name, jsonOfColumns(style, inner, selection?.get(name) ?? null)];
    }),
  );
}
