export { type ConnectionConfig } from './connection.ts';
export { ConnectionUrlError, connectionFromUrl, connectionToUrl } from './connection-url.ts';
export { cancelStatement } from './database/cancel.ts';
export { type Database, openDatabase } from './database/database.ts';
export {
  isConflict,
  isForeignKeyViolation,
  isUnavailable,
  isUniqueViolation,
  sqlState,
} from './database/faults.ts';
export { prepared } from './database/prepared.ts';
export { createPool, type PoolOptions } from './database/pool.ts';
export { refreshStatistics } from './database/statistics.ts';
export { retryOnConflict } from './database/retry.ts';
export { DataDirectoryInUseError, EmbeddedPostgresError } from './embedded/errors.ts';
export { connectToRunning } from './embedded/running.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/start.ts';
export { type Log, silentLog } from './log.ts';
export { MigrationError } from './migrations/errors.ts';
export { type MigrateOptions, type MigrationResult, migrate } from './migrations/migrate.ts';
export { appRole, ownerRole } from './roles.ts';
export {
  type DatabaseNotification,
  type ListenEvents,
  type Listener,
  listen,
} from './notifications/listen.ts';
export { dumpSchema } from './schema/dump.ts';
export { type ExportOptions, exportRows } from './transfer/export.ts';
export { TransferError } from './transfer/format.ts';
export { type ImportOptions, type ImportResult, importRows } from './transfer/import.ts';
export { type Part, type PartLabel } from './transfer/part.ts';
export { exportedPart, exportedSchemaVersion } from './transfer/lines.ts';
