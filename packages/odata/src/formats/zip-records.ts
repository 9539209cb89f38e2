/** What an archive says of an entry at its end. */
export interface EntryRecord {
  readonly name: Buffer;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly compressed: number;
  /** Bytes before compression. */
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

const VERSION = 20;
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const TIME = 0;
/** 1980-01-01, the first day there is: the same files give the same archive. */
const DATE = 0x0021;

/** Stands before an entry's data; its sizes are not known yet. */
export function localHeader(name: Buffer): Buffer {
  const header = integers(
    [4, 0x0403_4b50],
    [2, VERSION],
    ...method(),
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  );
  return Buffer.concat([header, name]);
}

/** Stands behind an entry's data. */
export function dataDescriptor(crc: number, compressed: number, size: number): Buffer {
  return integers([4, 0x0807_4b50], [4, crc], [4, compressed], [4, size]);
}

/** The end of an archive: all entries again, and where this list begins. */
export function centralDirectory(entries: readonly EntryRecord[], start: number): Buffer {
  const records = entries.map(centralRecord);
  const length = records.reduce((sum, record) => sum + record.length, 0);
  const count = entries.length;
  const end = integers(
    [4, 0x0605_4b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, start],
    [2, 0],
  );
  return Buffer.concat([...records, end]);
}

function centralRecord({ name, crc, compressed, size, offset }: EntryRecord): Buffer {
  const record = integers(
    [4, 0x0201_4b50],
    [2, VERSION],
    [2, VERSION],
    ...method(),
    [4, crc],
    [4, compressed],
    [4, size],
    [2, name.length],
    // No extra field, no comment, first disk, no attributes.
    ...Array.from({ length: 4 }, (): Field => [2, 0]),
    [4, 0],
    [4, offset],
  );
  return Buffer.concat([record, name]);
}

function method(): Field[] {
  return [
    [2, FLAGS],
    [2, DEFLATED],
    [2, TIME],
    [2, DATE],
  ];
}

/** Bytes and value of a whole number, the lowest byte first. */
type Field = readonly [2 | 4, number];

function integers(...fields: readonly Field[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let offset = 0;
  for (const [bytes, value] of fields) offset = buffer.writeUIntLE(value, offset, bytes);
  return buffer;
}
