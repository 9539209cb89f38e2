import type { Column } from '../http/executor.ts';

/** Rows under the columns that they show. */
export interface Table {
  readonly columns: readonly Column[];
  /** Page by page; `Edm.Int64` and `Edm.Decimal` are texts, so that no digit is lost. */
  readonly pages: AsyncIterable<readonly unknown[]>;
}
