/** A cause for which the embedded PostgreSQL cannot be started, told in one readable line. */
export class EmbeddedPostgresError extends Error {
  override readonly name: string = 'EmbeddedPostgresError';
}

/** Another living process already uses the data directory. */
export class DataDirectoryInUseError extends EmbeddedPostgresError {
  override readonly name = 'DataDirectoryInUseError';
  readonly dataDirectory: string;
  /** Process id of the holder. */
  readonly pid: number;

  constructor(dataDirectory: string, pid: number) {
    super(
      `The data directory ${dataDirectory} is in use by process ${pid}; stop that process or choose another directory.`,
    );
    this.dataDirectory = dataDirectory;
    this.pid = pid;
  }
}

/** Tells whether an error of the file system carries the given code, for example `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Tells a refusal of the file system (no rights, no space) in one readable line; other errors stay as they are. */
export function readable(error: unknown, dataDirectory: string): unknown {
  if (hasCode(error, 'ENOSPC')) {
    return new EmbeddedPostgresError(`There is no space left on the disk of ${dataDirectory}.`);
  }
  if (error instanceof Error && 'syscall' in error) {
    return new EmbeddedPostgresError(`The data directory ${dataDirectory} cannot be used: ${error.message}`);
  }
  return error;
}
