import type { PrimitiveName } from '../model/types.ts';
import type { ParsedTarget } from '../url/target.ts';

/** Runs one reading request. Refuses a wrong one with an `ODataError` before anything is read. */
export type Executor<Context> = (request: ResourceRequest<Context>) => Promise<Result>;

export interface ResourceRequest<Context> {
  /** The path and the options, those of a `/$query` body included. */
  readonly target: ParsedTarget;
  readonly context: Context;
  readonly output: Output;
  /** Aborted when the client has hung up. */
  readonly signal: AbortSignal;
}

/** How rows and what belongs to them are to be written as JSON. */
export interface Output {
  /** Rows of a page at most, as the client prefers; null for what the set has; Infinity for all in one go. */
  readonly pageSize: number | null;
  readonly metadata: MetadataLevel;
  /** Before the names of annotations: `Items@odata.count` or `Items@count`. */
  readonly prefix: AnnotationPrefix;
  /** `Edm.Int64` and `Edm.Decimal` as texts. */
  readonly ieee754Compatible: boolean;
  /** Absolute, with a slash at the end. */
  readonly root: string;
  readonly version: Version;
}

export type MetadataLevel = 'minimal' | 'full' | 'none';
export type AnnotationPrefix = '@odata.' | '@';
export type Version = '4.0' | '4.01';

export type Result = RowsResult | ObjectResult | ValueResult | TextResult | NothingResult;

/** A collection of entities, complex values, references or primitive values. */
export interface RowsResult {
  readonly kind: 'rows';
  /** What follows `$metadata#`, such as `Orders(Id,Customer(Name))`. */
  readonly context: string;
  /**
   * JSON texts with a comma and a line feed between them: all at once, or some at a time as they come, but never none; the iterator's
   * `return` ends the query.
   */
  readonly rows: string | AsyncIterable<string>;
  /** Of all rows, where `$count` asks for it. */
  readonly count: number | null;
  /**
   * Of the next page; asked when `rows` is through. The next link keeps all options but `$skiptoken`: the token knows what `$skip` and
   * `$top` have left, and the size of pages.
   */
  readonly nextToken: () => string | null;
  /** What a table of the rows shows, in its order. */
  readonly columns: readonly Column[];
}

/** One entity or complex value. */
export interface ObjectResult {
  readonly kind: 'object';
  readonly context: string;
  /** A JSON object. */
  readonly json: string;
  readonly columns: readonly Column[];
}

/** One primitive value: of a property, as `{"value": …}`. */
export interface ValueResult {
  readonly kind: 'value';
  readonly context: string;
  readonly json: string;
  readonly type: ColumnType;
}

/** `/$count` and `/$value`. */
export interface TextResult {
  readonly kind: 'text';
  readonly contentType: string;
  readonly text: string | Buffer;
}

/** A null: 204. */
export interface NothingResult {
  readonly kind: 'nothing';
}

/** A column of CSV and XLSX. */
export interface Column {
  /** Where it is in the row's JSON, such as `['User', 'Name']`; empty for the row itself. */
  readonly path: readonly string[];
  readonly type: ColumnType;
}

/** `enum` for names of members; `json` for collections and whatever else is no single value. */
export type ColumnType = PrimitiveName | 'enum' | 'json';
