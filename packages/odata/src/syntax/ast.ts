/** The tree of an expression as it was written; names are not looked up yet. `position` is in characters of the option's text. */
export type Expression =
  | LiteralNode
  | PathNode
  | CallNode
  | UnaryNode
  | BinaryNode
  | ListNode
  | CaseNode
  | JsonNode;

export type LiteralType =
  | 'null'
  | 'boolean'
  | 'string'
  | 'integer'
  | 'decimal'
  /** `INF`, `-INF` and `NaN`. */
  | 'double'
  | 'guid'
  | 'date'
  | 'dateTimeOffset'
  | 'timeOfDay'
  | 'duration'
  | 'binary'
  | 'enum'
  | 'geo';

export interface LiteralNode {
  readonly kind: 'literal';
  readonly type: LiteralType;
  /** Without quotes; an integer with its sign. */
  readonly value: string;
  /** The enumeration of an enum literal, or `geography`, `geometry`. */
  readonly typeName?: string;
  readonly position: number;
}

/** Members one after another: `User/Name`, `$it/Id`, `Orders/$count`, `Orders/any(o:o/Total gt 5)`. */
export interface PathNode {
  readonly kind: 'path';
  readonly segments: readonly PathSegment[];
  readonly position: number;
}

export type PathSegment = { readonly position: number } & (
  | { readonly type: 'name'; readonly name: string }
  /** `$it`, `$root`, `$this`, or a parameter alias with its `@`. */
  | { readonly type: 'variable'; readonly name: string }
  /** `(5)` or `(Id=5)` behind the name before it. */
  | { readonly type: 'key'; readonly keys: readonly KeyValue[] }
  | { readonly type: 'count'; readonly filter?: Expression; readonly search?: SearchNode }
  | { readonly type: 'any' | 'all'; readonly variable?: string; readonly predicate?: Expression }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] }
);

export interface KeyValue {
  /** null for the only key property. */
  readonly name: string | null;
  readonly value: Expression;
}

/** A function, built-in or custom; `cast` and `isof` have a type's name as their last argument. */
export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly position: number;
}

export interface UnaryNode {
  readonly kind: 'unary';
  readonly operator: 'not' | 'negate';
  readonly operand: Expression;
  readonly position: number;
}

export type BinaryOperator =
  | 'or'
  | 'and'
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'divby'
  | 'mod'
  | 'has'
  | 'in';

export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** Of the operator. */
  readonly position: number;
}

/** `('a','b')`, on the right of `in`. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Expression[];
  readonly position: number;
}

/** `case(condition:value,…)`. */
export interface CaseNode {
  readonly kind: 'case';
  readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
  readonly position: number;
}

/** A JSON array or object, as a parameter alias or an argument may be. */
export interface JsonNode {
  readonly kind: 'json';
  readonly value: JsonValue;
  readonly position: number;
}

export type JsonValue =
  | null
  | boolean
  | string
  | JsonNumber
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** A number as it was written, so that no digit is lost. */
export interface JsonNumber {
  readonly number: string;
}

/** `$search`: words and phrases with NOT, AND and OR. */
export type SearchNode =
  | { readonly kind: 'term'; readonly text: string; readonly position: number }
  | { readonly kind: 'not'; readonly operand: SearchNode; readonly position: number }
  | {
      readonly kind: 'and' | 'or';
      readonly left: SearchNode;
      readonly right: SearchNode;
      readonly position: number;
    };
