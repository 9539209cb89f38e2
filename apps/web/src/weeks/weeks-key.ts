/** The cache key of everything about weeks and their approval. */
export const WEEKS_KEY = ['weeks'] as const;
