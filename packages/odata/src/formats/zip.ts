import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';
import { centralDirectory, dataDescriptor, type EntryRecord, localHeader } from './zip-records.ts';

const deflate = promisify(deflateRaw);

/** A file within an archive, made as it is read. */
export interface ZipEntry {
  readonly name: string;
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

/** Larger archives would need ZIP64, which not every spreadsheet reads. */
const LARGEST = 0xffff_ffff;
/** An empty last block: each chunk before it is compressed for itself and ends on a byte. */
const LAST_BLOCK = Buffer.from([3, 0]);

/**
 * A ZIP archive, written as its entries are read, one after the other; one chunk is in memory at a time (PKWARE APPNOTE 6.3.10).
 * Throws RangeError when the archive or an entry grows beyond 4 GiB.
 */
export async function* zip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: EntryRecord[] = [];
  let end = 0;
  for await (const entry of entries) {
    const record = yield* writeEntry(entry, end);
    written.push(record);
    end += record.length;
    if (end > LARGEST || record.size > LARGEST) throw new RangeError('The file would be larger than 4 GiB.');
  }
  yield centralDirectory(written, end);
}

async function* writeEntry(
  { name, chunks }: ZipEntry,
  offset: number,
): AsyncGenerator<Buffer, EntryRecord & { length: number }> {
  const bytes = Buffer.from(name);
  const header = localHeader(bytes);
  yield header;
  let [crc, size, compressed] = [0, 0, LAST_BLOCK.length];
  for await (const chunk of chunks) {
    const plain = Buffer.from(chunk);
    const deflated = await deflate(plain, { finishFlush: constants.Z_SYNC_FLUSH });
    crc = crc32(plain, crc);
    size += plain.length;
    compressed += deflated.length;
    yield deflated;
  }
  const descriptor = dataDescriptor(crc, compressed, size);
  yield Buffer.concat([LAST_BLOCK, descriptor]);
  const length = header.length + compressed + descriptor.length;
  return { name: bytes, crc, size, compressed, offset, length };
}
