import type { JoinedRow } from '../../bind/from-clause.ts';
import type { EntityRows } from './relation.ts';

/** The joins that these rows come from, with those that they belong to. */
export function joinsOf<Context>({ joins }: EntityRows<Context>, rows: ReadonlySet<string>): JoinedRow[] {
  const needed = new Set(rows);
  const all = joins.joins();
  for (const { alias, of } of all.toReversed()) if (needed.has(alias)) needed.add(of);
  return all.filter(({ alias }) => needed.has(alias));
}
