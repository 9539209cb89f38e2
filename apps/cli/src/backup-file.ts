import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CommandError } from './faults.ts';
import { textLines } from './text-lines.ts';

const OWNER_ONLY = 0o600;

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** Writes lines to a stream, compressed. */
export async function writeCompressed(lines: AsyncIterable<string>, target: Writable): Promise<void> {
  await pipeline(Readable.from(withLineEnds(lines)), createGzip(), target);
}

/** Writes lines to a file that only its owner may read; the file takes its name when it is complete. */
export async function writeCompressedFile(lines: AsyncIterable<string>, path: string): Promise<void> {
  const draft = `${path}.part`;
  try {
    await writeCompressed(lines, createWriteStream(draft, { mode: OWNER_ONLY, flush: true }));
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * Reads the lines of a compressed stream.
 * @param name what the stream is called in an error
 * @throws CommandError when it is no complete backup
 */
export async function* readCompressed(source: Readable, name: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  // A failure of either end is told by reading the unpacked end.
  pipeline(source, unpacked).catch((error: unknown) => unpacked.destroy(error as Error));
  try {
    yield* textLines(unpacked);
  } catch (error) {
    throw isDamage(error) ? new CommandError(`${name} is not a complete backup: ${error.message}.`) : error;
  } finally {
    source.destroy();
  }
}

/** Reads the lines of a compressed file. */
export function readCompressedFile(path: string): AsyncGenerator<string> {
  return readCompressed(createReadStream(path), path);
}

function isDamage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
