import type { EndLine, RowLine, SequenceLine, TableLine, TransferHeader } from './format.ts';
import { TransferError } from './format.ts';
import type { PartLabel } from './part.ts';

/** A line with its kind. */
export type ReadLine =
  | { readonly kind: 'header'; readonly header: TransferHeader }
  | { readonly kind: 'table'; readonly table: TableLine }
  | { readonly kind: 'row'; readonly row: RowLine }
  | { readonly kind: 'sequence'; readonly sequence: SequenceLine }
  | { readonly kind: 'end'; readonly end: EndLine };

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isLabel(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isTexts(Object.values(value));
}

function classify(value: unknown): ReadLine | undefined {
  if (Array.isArray(value)) return value.every(isText) ? { kind: 'row', row: value } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Record<string, unknown>;
  if (
    fields.format === 'stint-rows' &&
    fields.formatVersion === 1 &&
    typeof fields.schemaVersion === 'number' &&
    (fields.part === undefined || isLabel(fields.part))
  ) {
    return { kind: 'header', header: value as TransferHeader };
  }
  if (typeof fields.table === 'string' && isTexts(fields.columns))
    return { kind: 'table', table: value as TableLine };
  if (typeof fields.sequence === 'string' && typeof fields.value === 'string') {
    return { kind: 'sequence', sequence: value as SequenceLine };
  }
  return typeof fields.rows === 'number' ? { kind: 'end', end: value as EndLine } : undefined;
}

/**
 * Reads one line of an export.
 * @param number the line's number, for the error.
 * @throws TransferError when it is none.
 */
export function readLine(text: string, number: number): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const line = classify(value);
  if (!line) throw new TransferError(`Line ${number} is not part of an export of rows.`);
  return line;
}

/**
 * The version of the schema that an export was read from.
 * @param first the first line of the export
 * @throws TransferError when it is not the beginning of an export.
 */
export function exportedSchemaVersion(first: string): number {
  return headerOf(first).schemaVersion;
}

/**
 * What the rows of an export belong to; null when it is of a whole database.
 * @param first the first line of the export
 * @throws TransferError when it is not the beginning of an export.
 */
export function exportedPart(first: string): PartLabel | null {
  return headerOf(first).part ?? null;
}

function headerOf(first: string): TransferHeader {
  const line = readLine(first, 1);
  if (line.kind === 'header') return line.header;
  throw new TransferError('Line 1 is not the beginning of an export of rows.');
}
