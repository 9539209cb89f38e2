import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MigrationError } from './errors.ts';

/** One numbered SQL file. */
export interface Migration {
  readonly version: number;
  /** The file's name, for example `0001_organizations.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with line ends as `\n`, in hex. */
  readonly checksum: string;
}

const fileName = /^(\d{4})_[a-z0-9_]+\.sql$/;

function read(folder: string, name: string): Migration {
  const number = fileName.exec(name)?.[1];
  if (number === undefined) {
    throw new MigrationError(`${join(folder, name)}: a migration is named like 0001_what_it_does.sql.`);
  }
  const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return { version: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/**
 * Reads the migrations of a folder in their order.
 * @throws MigrationError for a file not named as one, or a number that is missing or used twice.
 */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const migrations = names.sort().map((name) => read(folder, name));
  migrations.forEach(({ version, name }, index) => {
    if (version !== index + 1) {
      throw new MigrationError(
        `${join(folder, name)}: expected number ${String(index + 1).padStart(4, '0')}; numbers are used once, without gaps.`,
      );
    }
  });
  return migrations;
}
