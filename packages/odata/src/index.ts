// A model: types, sets, and the SQL behind them.
export { primitive } from './bind/typed.ts';
export type * from './model/members.ts';
export type * from './model/model.ts';
export {
  PRIMITIVES,
  type EnumType,
  type PrimitiveName,
  type PrimitiveType,
  type ValueType,
} from './model/types.ts';
export {
  identifier,
  join,
  nothing,
  parameter,
  raw,
  render,
  type Rendered,
  type Sql,
  sql,
  textConstant,
} from './sql/fragment.ts';

// Requests and answers.
export { ODataError, type ODataErrorCode } from './error.ts';
export type * from './http/executor.ts';
export { createODataHandler, type HandlerDependencies } from './http/handler.ts';
export type * from './http/message.ts';
export { nodeListener, type NodeListenerOptions } from './node/listener.ts';
export {
  poolReader,
  type PoolReaderOptions,
  type ReadingConnection,
  type ReadingPool,
} from './node/pool-reader.ts';
export { createExecutor, type ExecutorDependencies } from './plan/run/executor.ts';
export type * from './plan/run/reader.ts';

// Its parts, for hosts that read or plan by themselves.
export { metadataText, type MetadataFormat } from './metadata/metadata-text.ts';
export type * from './plan/page/plan.ts';
export { planQuery, type QueryRequest } from './plan/page/plan-query.ts';
export { rowWhere } from './plan/relation/row-where.ts';
export type * from './syntax/apply-ast.ts';
export type * from './syntax/ast.ts';
export type * from './syntax/options-ast.ts';
export { parseOption } from './syntax/query-options.ts';
export type * from './url/path-ast.ts';
export type { CustomOption, ParsedQuery, QueryReading } from './url/query.ts';
export { type ParsedTarget, parseTarget } from './url/target.ts';
