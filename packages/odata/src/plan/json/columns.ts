import type { ResultColumn } from '../../bind/result-shape.ts';
import { isSelected, type Selection } from '../selection/selection.ts';
import { type JsonParts, objectOf } from './parts.ts';
import { jsonOfValue, type ValueStyle } from './value.ts';

/** What was grouped or aggregated as JSON, nested by path: `{"User":{"Name":…},"Total":…}`. */
export function jsonOfColumns(
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
