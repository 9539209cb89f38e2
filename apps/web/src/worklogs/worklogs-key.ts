/** The cache key of everything that lists worklogs. */
export const WORKLOGS_KEY = ['worklogs'] as const;
