/** At most so many words of a search take part; the rest would only slow the query down. */
const maxWords = 8;

/**
 * The WIQL query for a title search: every word must start a word of the title; a lone number also finds that id.
 * Null when there is nothing to look for.
 */
export function titleQuery(words: string): string | null {
  const parts = words.match(/[\p{L}\p{N}]+/gu)?.slice(0, maxWords) ?? [];
  if (parts.length === 0) return null;
  const title = parts.map((part) => `[System.Title] CONTAINS WORDS '${part}*'`).join(' AND ');
  const [only = ''] = parts;
  const id = parts.length === 1 && /^[1-9]\d{0,8}$/.test(only) ? ` OR [System.Id] = ${only}` : '';
  return `SELECT [System.Id] FROM WorkItems WHERE (${title})${id} ORDER BY [System.ChangedDate] DESC`;
}
