import type { CellMap } from './cell-map.ts';

/** What was typed into a cell and is not saved; `reason` says why, null when it was never sent. */
export interface CellDraft {
  readonly text: string;
  readonly reason: string | null;
}

/** Whether what was kept still has the form of drafts. */
export function isCellDrafts(found: unknown): found is CellMap<CellDraft> {
  return (
    isRecord(found) && Object.values(found).every((row) => isRecord(row) && Object.values(row).every(isDraft))
  );
}

function isDraft(found: unknown): boolean {
  if (!isRecord(found)) return false;
  const { text, reason } = found;
  return typeof text === 'string' && (reason === null || typeof reason === 'string');
}

function isRecord(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}
