import type { ToOneJoin } from '../model/members.ts';
import { identifier, join, type Sql, sql } from '../sql/fragment.ts';

/** A row that is joined because something of it is asked for. */
export interface JoinedRow {
  readonly alias: string;
  /** The alias of the row that it belongs to. */
  readonly of: string;
  readonly name: string;
  readonly definition: Joining<never>;
  readonly clause: Sql;
}

/** What joining needs to know of a definition. */
export interface Joining<Context> extends Omit<ToOneJoin<Context>, 'present'> {
  /** Whether the row is made at less cost where few rows are asked for (`RowBeside`). */
  readonly isForFew?: boolean;
}

/** The FROM clause of one query, which grows with what is asked for. */
export interface FromClause<Context> {
  readonly context: Context;
  /** A new alias, unlike all others of the statement. */
  newAlias(prefix: string): string;
  /** Joins a row once, however often it is asked for; answers its alias. */
  joined(of: string, name: string, definition: Joining<Context>): string;
  /** The joined rows, in an order in which each comes after the one it belongs to. */
  joins(): readonly JoinedRow[];
}

/** Makes the FROM clause of a query; `aliases` counts across the whole statement, so that no alias stands twice. */
export function fromClause<Context>(context: Context, aliases: { next: number }): FromClause<Context> {
  const rows = new Map<string, JoinedRow>();
  const newAlias = (prefix: string) => {
    aliases.next += 1;
    return `${prefix}${aliases.next}`;
  };
  return {
    context,
    newAlias,
    joined(of, name, definition) {
      const key = `${of}.${name}`;
      const known = rows.get(key);
      if (known) return known.alias;
      const alias = newAlias('j');
      const [row, other] = [identifier(of), identifier(alias)];
      const kind = definition.optional ? sql`left join` : sql`join`;
      const on = definition.on(row, other, context);
      const clause = sql` ${kind} ${definition.table(context)} ${other} on ${on}`;
      rows.set(key, { alias, of, name, definition, clause });
      return alias;
    },
    joins: () => [...rows.values()],
  };
}

/** The joins of a query, one behind the other. */
export function joinClauses(joins: readonly JoinedRow[]): Sql {
  return join(
    joins.map(({ clause }) => clause),
    '',
  );
}
