import type { AggregateItem, Argument, Expression, PathNode, SearchNode } from './ast.ts';

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
  | { readonly kind: 'top' | 'skip'; readonly count: number }
  /** `topcount`, `bottomsum` …. */
  | {
      readonly kind: 'limit';
      readonly side: 'top' | 'bottom';
      readonly by: 'count' | 'sum' | 'percent';
      readonly amount: Expression;
      readonly of: Expression;
    }
  | { readonly kind: 'concat'; readonly branches: readonly (readonly Transformation[])[] }
  /** `nest`, and `addnested` with its path. */
  | { readonly kind: 'nest'; readonly path: PathNode | null; readonly branches: readonly NestedSteps[] }
  | {
      readonly kind: 'join' | 'outerjoin';
      readonly path: PathNode;
      readonly name: string;
      readonly steps: readonly Transformation[];
    }
  | {
      readonly kind: 'ancestors' | 'descendants';
      readonly hierarchy: Hierarchy;
      readonly start: readonly Transformation[];
      readonly distance: number | null;
      readonly keepStart: boolean;
    }
  | {
      readonly kind: 'traverse';
      readonly hierarchy: Hierarchy;
      readonly order: 'preorder' | 'postorder';
      readonly start: readonly Transformation[];
      readonly items: readonly OrderItem[];
    }
  /** A custom transformation: a function of the model. */
  | { readonly kind: 'function'; readonly name: string; readonly items: readonly Argument[] }
);

export interface NestedSteps {
  readonly steps: readonly Transformation[];
  readonly name: string;
}

/** `$root/Set,Qualifier,Property`: a recursive hierarchy and what leads from a row to its node. */
export interface Hierarchy {
  readonly nodes: PathNode;
  readonly qualifier: string;
  readonly property: PathNode;
}

export type GroupKey =
  | { readonly kind: 'path'; readonly path: PathNode }
  /** `rollup(a,b)`: groups by both, by the first, and, after `$all`, by none. A lone name is a levelled hierarchy. */
  | {
      readonly kind: 'rollup';
      readonly withTotal: boolean;
      readonly paths: readonly PathNode[];
      readonly position: number;
    }
  | {
      readonly kind: 'rolluprecursive';
      readonly hierarchy: Hierarchy;
      readonly start: readonly Transformation[];
      readonly position: number;
    };
