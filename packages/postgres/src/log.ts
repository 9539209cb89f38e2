/** Where this package tells operators what happens; a pino logger fits. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** A log that keeps nothing, for callers that pass none. */
export const silentLog: Log = {
  info() {},
  warn() {},
  error() {},
};
