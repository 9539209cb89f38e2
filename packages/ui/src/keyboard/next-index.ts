/** How the things that one moves among stand: in rows of `columns`, or one below the other (1). */
export interface Arrangement {
  readonly count: number;
  readonly columns: number;
}

/**
 * Where a key leads from the thing at `index`, -1 for none; null for keys that do not move. Arrows stay within the row or column;
 * Home and End lead to the ends of the row, in a single column to the first and last.
 */
export function nextIndex(key: string, index: number, { count, columns }: Arrangement): number | null {
  const target = targetOf(key, Math.max(index, 0), count, columns);
  if (target === null || count === 0) return null;
  if (index < 0) return key === 'End' || key === 'ArrowUp' ? count - 1 : 0;
  return target >= 0 && target < count ? target : index;
}

function targetOf(key: string, index: number, count: number, columns: number): number | null {
  const rowStart = index - (index % columns);
  switch (key) {
    case 'ArrowDown':
      return index + columns;
    case 'ArrowUp':
      return index - columns;
    case 'ArrowRight':
      return columns === 1 ? null : Math.min(index + 1, rowStart + columns - 1, count - 1);
    case 'ArrowLeft':
      return columns === 1 ? null : Math.max(index - 1, rowStart);
    case 'Home':
      return columns === 1 ? 0 : rowStart;
    case 'End':
      return columns === 1 ? count - 1 : Math.min(rowStart + columns - 1, count - 1);
    default:
      return null;
  }
}
