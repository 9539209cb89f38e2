import type { Column, ColumnType } from '../../http/executor.ts';
import type { Rendered } from '../../sql/fragment.ts';
import type { OrderTerm } from '../order/order.ts';

/** One statement for a request, and how its answer is read. */
export type Plan = RowsPlan | ItemsPlan | OnePlan | ValuePlan | TextPlan | CountPlan;

/**
 * A page of rows. One row comes back: the rows as JSON texts with `BETWEEN_ROWS` between them, how many of them were written, how many
 * were found, how many there are in all where that was asked, whether the row they belong to is there, then the order values of the last.
 */
export interface RowsPlan {
  readonly kind: 'rows';
  readonly context: string;
  readonly columns: readonly Column[];
  /** A page; null where all rows are wanted, one a row of the answer. */
  readonly page: PageBounds | null;
  /** Of the page, or of all rows. */
  readonly statement: Rendered;
  /** How many rows there are, and whether the row they belong to is there, before all rows are read; null where nobody asks. */
  readonly before: Rendered | null;
}

export interface PageBounds {
  /** Rows of this page. */
  readonly size: number;
  /** Rows of a full page. */
  readonly fullSize: number;
  /** Rows that `$top` still allows, this page included; null without `$top`. */
  readonly left: number | null;
  readonly order: readonly OrderTerm[];
}

/** Several values of one row, as JSON texts with `BETWEEN_ROWS` between them; no row where there is none. */
export interface ItemsPlan {
  readonly kind: 'items';
  readonly context: string;
  readonly columns: readonly Column[];
  readonly statement: Rendered;
}

/** One entity or complex value: JSON, or null; no row where there is none. */
export interface OnePlan {
  readonly kind: 'one';
  readonly context: string;
  readonly columns: readonly Column[];
  readonly statement: Rendered;
}

/** One value as JSON. */
export interface ValuePlan {
  readonly kind: 'value';
  readonly context: string;
  readonly type: ColumnType;
  readonly statement: Rendered;
}

/** The text of one value. */
export interface TextPlan {
  readonly kind: 'text';
  readonly contentType: string;
  /** Whether the text is the base64url of bytes. */
  readonly isBinary: boolean;
  readonly statement: Rendered;
}

/** How many there are, and whether the row that they belong to is there. */
export interface CountPlan {
  readonly kind: 'count';
  readonly statement: Rendered;
}
