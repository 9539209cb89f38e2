/** What the page shows, as it stands in the address. */
export interface IterationsSearch {
  /** The day around which iterations are shown; this one without. */
  readonly day?: string;
  /** Only iterations of this project. */
  readonly project?: string;
  /** The iteration whose details are open. */
  readonly path?: string;
}

/** Reads the address; what is no text is as if it were not there. */
export function readIterationsSearch(search: Record<string, unknown>): IterationsSearch {
  const { day, project, path } = search;
  return {
    ...(typeof day === 'string' && { day }),
    ...(typeof project === 'string' && project !== '' && { project }),
    ...(typeof path === 'string' && path !== '' && { path }),
  };
}
