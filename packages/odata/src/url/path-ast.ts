import type { Argument, Expression } from '../syntax/ast.ts';

/** What a URL points to, as it was written; names are not looked up yet. */
export type ResourcePath =
  | { readonly kind: 'service' }
  | { readonly kind: 'metadata' }
  | { readonly kind: 'batch' }
  /** `$entity`, the one that `$id` names; with the type it is cast to. */
  | { readonly kind: 'entity'; readonly typeName: string | null }
  /** `$all`, every entity of the service, or those of one type. */
  | { readonly kind: 'all'; readonly typeName: string | null }
  | { readonly kind: 'crossjoin'; readonly sets: readonly string[]; readonly isQuery: boolean }
  | {
      readonly kind: 'resource';
      readonly segments: readonly ResourceSegment[];
      /** `/$query` at the end: the options come in the body. */
      readonly isQuery: boolean;
    };

/** `position` is in characters of the decoded `text`, the segment between two slashes in which it stands. */
export type ResourceSegment = {
  readonly text: string;
  readonly position: number;
} /** A set, a singleton, a property, a type or a function. */ & (
  | { readonly type: 'name'; readonly name: string }
  /** `(5)`, `(Id=5,No=2)`, `(color='red')`, `()`: the key of the collection before it, or what the function before it is given. */
  | { readonly type: 'arguments'; readonly items: readonly Argument[] }
  | { readonly type: 'filter'; readonly predicate: Expression }
  /** `/0`, or from the end `/-1`: one item of an ordered collection. */
  | { readonly type: 'index'; readonly index: number }
  | { readonly type: 'count' | 'value' | 'ref' }
);
