/** How rows stand in the tables: one link or button that leads on in each, marked with or within `data-row-link`. */
export const ITERATION_ROWS = { stop: 'a[data-row-link], [data-row-link] button', row: 'tr' } as const;

/** What leads on is a link or a button, which knows its keys itself. */
export const ROW_LINK_KEYS = ['Enter'] as const;
