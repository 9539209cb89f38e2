/** What of an iteration says when it is and which it is. */
export interface Dated {
  readonly path: string;
  readonly project: string;
  readonly startDate: string | null;
  readonly finishDate: string | null;
}

/** Whether a day lies in the iteration. Days are `YYYY-MM-DD`. */
export function isNow({ startDate, finishDate }: Dated, today: string): boolean {
  return startDate !== null && finishDate !== null && startDate <= today && today <= finishDate;
}

/** The iteration of the same project that began next before (-1) or after (1) one; undefined where none is known. */
export function neighbourOf<Each extends Dated>(
  iterations: readonly Each[],
  { path, project, startDate }: Dated,
  step: 1 | -1,
): Each | undefined {
  if (startDate === null) return undefined;
  const others = iterations.filter((each) => each.project === project && each.path !== path);
  const sideways = others.filter((each) =>
    each.startDate === null ? false : step === 1 ? each.startDate > startDate : each.startDate < startDate,
  );
  const inOrder = sideways.toSorted((a, b) => (a.startDate ?? '').localeCompare(b.startDate ?? ''));
  return step === 1 ? inOrder[0] : inOrder.at(-1);
}
