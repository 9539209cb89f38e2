/** What the rows of an export belong to when they are not all rows, such as an organization's id, slug and name. */
export type PartLabel = Readonly<Record<string, string>>;

/** The rows of one table that belong to a part: those with `value` in `column`. */
export interface TablePart {
  readonly column: string;
  readonly value: string;
  /** Columns that stay behind; an import gives them their defaults. */
  readonly without?: readonly string[];
  /** Values that an import writes in the place of the exported ones, by column. */
  readonly set?: Readonly<Record<string, string>>;
}

/** A part of a database: some rows of some tables. */
export interface Part {
  /** The rows of a table that belong to it; null when the table has no share in it. */
  rows(table: string): TablePart | null;
}
