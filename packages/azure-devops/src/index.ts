export { connect } from './connect.ts';
export { AzureDevOpsError, type AzureDevOpsErrorKind } from './errors.ts';
export type { ConnectOptions } from './options.ts';
export { snapshotOf } from './snapshot.ts';
export type * from './types.ts';
