/** The tree of an expression as it was written; names are not looked up yet. `position` is in characters of the option's text. */
export type Expression =
  | LiteralNode
  | PathNode
  | CallNode
  | TypeNode
  | UnaryNode
  | LogicalNode
  | BinaryNode
  | ListNode
  | CaseNode
  | ArrayNode
  | ObjectNode;

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
  /** Without quotes; numbers and dates with a minus, but without a plus before them. */
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

export type PathSegment = {
  readonly position: number;
} /** A property, a type, or a function of the model with `arguments` behind it. */ & (
  | { readonly type: 'name'; readonly name: string }
  /** `$it`, `$root`, `$this`, `$these`, or a parameter alias with its `@`; only the first of a path. */
  | { readonly type: 'variable'; readonly name: string }
  /** `@Shop.Currency` or `@Currency#Reporting`; a lone one without dot or qualifier that comes first is taken for an alias. */
  | { readonly type: 'annotation'; readonly term: string; readonly qualifier?: string }
  /** `(5)`, `(Id=5)`, `(color='red')`, `()`: the key of the collection before it, or what the function before it is given. */
  | { readonly type: 'arguments'; readonly items: readonly Argument[] }
  | { readonly type: 'count'; readonly filter?: Expression; readonly search?: SearchNode }
  | { readonly type: 'filter'; readonly predicate: Expression }
  | { readonly type: 'any' | 'all'; readonly variable?: string; readonly predicate?: Expression }
  /** `/aggregate(Amount with sum)`: an aggregate as a value; it has no name of its own. */
  | { readonly type: 'aggregate'; readonly item: AggregateItem }
);

/** A key or an argument; without a name it is the one and only key. */
export interface Argument {
  readonly name: string | null;
  readonly value: Expression;
  readonly position: number;
}

/** A built-in function, its name in lower case. `cast` and `isof` have a type as their last argument. */
export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly position: number;
}

/** `Edm.String` or `Collection(Edm.String)`, as an argument of `cast` and `isof`. */
export interface TypeNode {
  readonly kind: 'type';
  readonly name: string;
  readonly isCollection: boolean;
  readonly position: number;
}

export interface UnaryNode {
  readonly kind: 'unary';
  readonly operator: 'not' | 'negate';
  readonly operand: Expression;
  readonly position: number;
}

/** Two or more conditions with the same word between them; a list, because there may be thousands. */
export interface LogicalNode {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or';
  readonly operands: readonly Expression[];
  /** Of the first operator. */
  readonly position: number;
}

export type BinaryOperator =
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

/** `('a','b')`, on the right of `in`; its items are literals. */
export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly LiteralNode[];
  readonly position: number;
}

/** `case(condition:value,…)`. */
export interface CaseNode {
  readonly kind: 'case';
  readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
  readonly position: number;
}

/** `["a",1,User/Name]`. */
export interface ArrayNode {
  readonly kind: 'array';
  readonly items: readonly Expression[];
  readonly position: number;
}

/** `{"City":"Rome","Name":User/Name}`. */
export interface ObjectNode {
  readonly kind: 'object';
  readonly members: readonly { readonly name: string; readonly value: Expression }[];
  readonly position: number;
}

/** `Amount with sum from Day with average as Name`, `$count as Name`, `Orders/$count as Name`, `CustomAggregate`. */
export interface AggregateItem {
  /** null stands for `$count`. */
  readonly expression: Expression | null;
  /** Names before `/$count`; empty for the rows themselves. */
  readonly prefix: readonly string[];
  /** `sum`, `min`, `max`, `average`, `countdistinct`, or a qualified custom one; null for `$count` and for a custom aggregate. */
  readonly method: string | null;
  /** `from A,B with max from C with min`, from the inside out. */
  readonly from: readonly AggregateFrom[];
  /** null where a custom aggregate keeps its own name, and within an expression. */
  readonly name: string | null;
  readonly position: number;
}

export interface AggregateFrom {
  readonly paths: readonly PathNode[];
  /** null only for a custom aggregate. */
  readonly method: string | null;
}

/** `$search`: words and phrases with NOT, AND and OR; a list of operands, because there may be thousands. */
export type SearchNode =
  | { readonly kind: 'term'; readonly text: string; readonly position: number }
  | { readonly kind: 'not'; readonly operand: SearchNode; readonly position: number }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly SearchNode[]; readonly position: number };
