import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, type Environment } from '../environment.ts';

const KEY_BYTES = 32;

/**
 * The key that seals stored secrets: STINT_SECRET_KEY, else the file `secret.key` (readable by its owner only) of the
 * data directory, made when it is missing. ConfigurationError when that file holds no key.
 */
export function readSecretKey({
  secretKey,
  dataDirectory,
}: Pick<Environment, 'secretKey' | 'dataDirectory'>): Buffer {
  if (secretKey !== null) return Buffer.from(secretKey, 'hex');
  const path = join(dataDirectory, 'secret.key');
  const key = readFile(path) ?? makeFile(dataDirectory, path);
  if (/^[0-9a-f]{64}$/i.test(key)) return Buffer.from(key, 'hex');
  throw new ConfigurationError(`${path} must hold 64 hex digits; restore it from your backup.`);
}

function readFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Appears complete or not at all; of several processes that make it at once, the first one wins. */
function makeFile(folder: string, path: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `secret.key.${randomUUID()}`);
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, 'utf8').trim();
}
