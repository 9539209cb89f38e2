import type { PartLabel } from './part.ts';

/** First line of an export. */
export interface TransferHeader {
  readonly format: 'stint-rows';
  readonly formatVersion: 1;
  /** Version of the schema the rows were read from. */
  readonly schemaVersion: number;
  /** Says what the rows belong to; absent for the rows of a whole database. */
  readonly part?: PartLabel;
}

/** Announces a table; its rows follow until the next table. */
export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Next state of a sequence that belongs to a column. */
export interface SequenceLine {
  readonly sequence: string;
  readonly value: string;
  readonly called: boolean;
}

/** One row: each column's value as PostgreSQL writes it as text, in the order the table's line names the columns. */
export type RowLine = readonly (string | null)[];

/** Last line, by which a cut file is told. */
export interface EndLine {
  readonly rows: number;
}

/** Any line of an export. */
export type TransferLine = TransferHeader | TableLine | SequenceLine | RowLine | EndLine;

/** An export that cannot be read back, in one line that names the place. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}
