/** What the address says about the timesheet; a wrong value is as none. */
export interface SheetSearch {
  /** A day of the shown week or month, `2026-11-18`. */
  readonly day?: string;
  /** What adds rows, `mine,parents`; an empty text for nothing. */
  readonly rows?: string;
  readonly project?: string;
  readonly span?: 'month';
}

/** Reads the address of the timesheet. */
export function readSheetSearch(search: Record<string, unknown>): SheetSearch {
  const { day, rows, project, span } = search;
  return {
    ...(typeof day === 'string' && { day }),
    ...(typeof rows === 'string' && { rows }),
    ...(typeof project === 'string' && project !== '' && { project }),
    ...(span === 'month' && { span }),
  };
}
