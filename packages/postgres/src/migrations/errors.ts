/** A reason not to migrate, in one line that names the file. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}
