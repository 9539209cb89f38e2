import { type Static, type TObject, type TSchema, Type } from 'typebox';

/** Under which address and in which envelope a call lives (api.md 1 and 3.1). */
export type Area = 'rest' | 'tracking' | 'pin' | 'auth';

/** The area's prefix; `/api/{collection}/…` twins and host labels are resolved before routing. */
export const areaPrefix: Record<Area, string> = {
  rest: '/api/rest',
  tracking: '/api/tracking/client',
  pin: '/api/pin',
  auth: '/auth',
};

/**
 * Who may ask: `anyone` needs no credentials, `user` any person with a role, `product`, `budget` and `administrator` that role or a
 * higher one, `approvalManager` an approval manager of any role. What depends on whose the thing is stands in the features' policies.
 */
export type Access = 'anyone' | 'user' | 'product' | 'budget' | 'administrator' | 'approvalManager';

/** One call of the API; routes, validation, OpenAPI, client types and fuzz inputs are made from it. */
export interface Call<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  /** The OpenAPI operation id. */
  readonly id: string;
  readonly area: Area;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path below the area's prefix, with `:name` for parameters. */
  readonly path: string;
  /** Further paths and methods that mean the same. */
  readonly aliases: readonly { method?: Call['method']; path: string }[];
  readonly summary: string;
  readonly access: Access;
  /** Reads are served while the organization is read-only; a POST may be one (search). */
  readonly effect: 'read' | 'write';
  /** Administrators are answered in maintenance and read-only mode too, so that they can end it. */
  readonly duringMaintenance: boolean;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Who checks the body against its schema: a batch is checked entry by entry, to name every bad index. */
  readonly bodyCheck: 'whole' | 'byFeature';
  /** The answer without the `data` envelope. */
  readonly answer: Answer;
  /** Media type of an answer that is a file: it is sent as it is, without the envelope. null for JSON. */
  readonly file: string | null;
}

/** The answer of a call with a `file`: handlers give a stream. */
export const FileAnswer = Type.Unsafe<AsyncIterable<string | Uint8Array>>({
  type: 'string',
  format: 'binary',
});

const Nothing = Type.Object({});
export type Nothing = typeof Nothing;

type CallInput<P extends TObject, Q extends TObject, B extends TSchema, A extends TSchema> = Pick<
  Call<P, Q, B, A>,
  'id' | 'area' | 'method' | 'path' | 'summary' | 'answer'
> &
  Partial<
    Pick<
      Call<P, Q, B, A>,
      | 'aliases'
      | 'access'
      | 'effect'
      | 'duringMaintenance'
      | 'bodyCheck'
      | 'params'
      | 'query'
      | 'body'
      | 'file'
    >
  >;

/** Completes a call's description with what most calls have in common. */
export function call<
  A extends TSchema,
  P extends TObject = Nothing,
  Q extends TObject = Nothing,
  B extends TSchema = Nothing,
>(input: CallInput<P, Q, B, A>): Call<P, Q, B, A> {
  return {
    aliases: [],
    access: 'user',
    duringMaintenance: false,
    bodyCheck: 'whole',
    file: null,
    effect: input.method === 'GET' ? 'read' : 'write',
    params: Nothing as unknown as P,
    query: Nothing as unknown as Q,
    body: Nothing as unknown as B,
    ...input,
  };
}

export type ParamsOf<C extends Call> = Static<C['params']>;
export type QueryOf<C extends Call> = Static<C['query']>;
export type BodyOf<C extends Call> = Static<C['body']>;
export type AnswerOf<C extends Call> = Static<C['answer']>;
