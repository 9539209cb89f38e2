import type { Expression, PathNode, SearchNode } from './ast.ts';

/** One item of `$orderby`. */
export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
}

/** One item of `$compute`: an expression and the name of its result. */
export interface ComputeItem {
  readonly expression: Expression;
  readonly name: string;
  readonly position: number;
}

/** One item of `$select`. */
export type SelectItem =
  /** `*`, or all of a namespace (`Shop.*`). */
  | { readonly kind: 'all'; readonly namespace?: string; readonly position: number }
  | {
      readonly kind: 'path';
      /** Property names, type casts among them. */
      readonly names: readonly string[];
      readonly options: QueryOptions;
      readonly position: number;
    };

/** One item of `$expand`. */
export interface ExpandItem {
  /** `*` for every navigation property. */
  readonly names: readonly string[];
  /** `/$ref` or `/$count` behind the name. */
  readonly suffix: 'ref' | 'count' | null;
  readonly options: QueryOptions;
  readonly position: number;
}

/** The system query options of a request, of an expanded or of a selected property; what was not given is absent. */
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
}

/** One step of `$apply` (OData Data Aggregation 4.0). */
export type Transformation = { readonly position: number } & (
  | { readonly kind: 'identity' }
  | { readonly kind: 'filter'; readonly predicate: Expression }
  | { readonly kind: 'search'; readonly search: SearchNode }
  | { readonly kind: 'aggregate'; readonly items: readonly AggregateItem[] }
  | {
      readonly kind: 'groupby';
      readonly keys: readonly GroupKey[];
      /** What is done within each group. */
      readonly within: readonly Transformation[];
    }
  | { readonly kind: 'compute'; readonly items: readonly ComputeItem[] }
  | { readonly kind: 'orderby'; readonly items: readonly OrderItem[] }
  | { readonly kind: 'top' | 'skip'; readonly count: Expression }
  | {
      readonly kind: 'limit';
      readonly side: 'top' | 'bottom';
      readonly by: 'count' | 'sum' | 'percent';
      readonly amount: Expression;
      readonly of: Expression;
    }
  | { readonly kind: 'concat'; readonly branches: readonly (readonly Transformation[])[] }
);

export type GroupKey =
  | { readonly kind: 'path'; readonly path: PathNode }
  /** `rollup(a,b)`: groups by both, by the first, and, after `$all`, by none. */
  | {
      readonly kind: 'rollup';
      readonly withTotal: boolean;
      readonly paths: readonly PathNode[];
      readonly position: number;
    };

export interface AggregateItem {
  /** null stands for `$count`. */
  readonly expression: Expression | null;
  /** Navigation path before `$count` or before a nested aggregate; empty for the rows themselves. */
  readonly prefix: readonly string[];
  /** `sum`, `min`, `max`, `average`, `countdistinct`, or a custom method; null where the expression is a custom aggregate. */
  readonly method: string | null;
  /** `from A with max from B with min`, from the inside out. */
  readonly from: readonly { readonly path: PathNode; readonly method: string | null }[];
  /** null where a custom aggregate keeps its own name. */
  readonly name: string | null;
  readonly position: number;
}
