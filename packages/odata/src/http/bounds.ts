/** What one request may ask for at most. */
export const bounds = Object.freeze({
  /** Rows of a page that a client may prefer. */
  pageSize: 10_000,
  /** Requests within `$batch`. */
  batchRequests: 100,
  /** Levels of `$expand`. */
  expandLevels: 12,
});
