/** Stands between the JSON texts of rows, and never within one: JSON that PostgreSQL writes has no line feeds of its own. */
export const BETWEEN_ROWS = ',\n';

/** The values of rows; none of an empty text. */
export function parsedRows(rows: string): readonly unknown[] {
  return rows === '' ? [] : (JSON.parse(`[${rows}]`) as unknown[]);
}
