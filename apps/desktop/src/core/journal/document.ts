import { lineOf, readLines } from './line.ts';
import type { FilePort } from '../ports.ts';

export interface ReadDocument {
  /** Null when there is no file or it is damaged. */
  readonly value: unknown;
  /** Where a damaged file lies now. */
  readonly damagedFile: string | null;
}

/** Reads a file that holds one value with its checksum; a damaged one is kept aside. */
export async function readDocument(files: FilePort, name: string): Promise<ReadDocument> {
  const text = await files.read(name);
  if (text === null || text === '') return { value: null, damagedFile: null };
  const { records, isDamaged, isTorn } = readLines(text);
  if (isDamaged || isTorn || records.length !== 1)
    return { value: null, damagedFile: await files.setAside(name) };
  return { value: records[0], damagedFile: null };
}

/** Puts a value in place of the file's. Rejects with DiskFullError. */
export function writeDocument(files: FilePort, name: string, value: unknown): Promise<void> {
  return files.replace(name, lineOf(value));
}
