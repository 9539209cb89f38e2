import type { ComputeItem, OrderItem, Transformation } from './apply-ast.ts';
import type { Expression, SearchNode } from './ast.ts';

/** One item of `$select`. */
export type SelectItem =
  /** `*`, or all operations of a namespace (`Shop.*`). */
  | { readonly kind: 'all'; readonly namespace?: string; readonly position: number }
  | {
      readonly kind: 'path';
      /** Property names, types among them, an annotation with its `@`; or an operation. */
      readonly names: readonly string[];
      /** Names of an operation's parameters, to tell overloads apart. */
      readonly parameters?: readonly string[];
      readonly options: QueryOptions;
      readonly position: number;
    };

/** One item of `$expand`. */
export interface ExpandItem {
  /** Property names, types among them, an annotation with its `@`; the last is `*` for every navigation property, `$value` for the stream. */
  readonly names: readonly string[];
  /** `/$ref` or `/$count` behind the name. */
  readonly suffix: 'ref' | 'count' | null;
  readonly options: QueryOptions;
  readonly position: number;
}

/** The query options of a request, of an expanded or of a selected property; what was not given is absent. */
export interface QueryOptions {
  readonly filter?: Expression;
  readonly orderby?: readonly OrderItem[];
  readonly select?: readonly SelectItem[];
  readonly expand?: readonly ExpandItem[];
  readonly compute?: readonly ComputeItem[];
  readonly search?: SearchNode;
  readonly apply?: readonly Transformation[];
  readonly top?: number;
  readonly skip?: number;
  readonly count?: boolean;
  /** Only within `$expand`; `max` is Infinity. */
  readonly levels?: number;
  /** Values of parameter aliases by their names, with the `@`. */
  readonly aliases?: Aliases;
}

export type Aliases = Readonly<Record<string, Expression>>;

/** The system query options of a whole request. */
export interface RequestOptions extends Omit<QueryOptions, 'levels'> {
  /** Where an inserted item would stand; only for writes. */
  readonly index?: number;
  /** `json`, `xml`, a media type, or a format of the host; as it was written. */
  readonly format?: string;
  readonly skiptoken?: string;
  readonly deltatoken?: string;
  readonly schemaversion?: string;
  /** The entity that `$entity` is to read. */
  readonly id?: string;
}
