/** The cache key of everything about budgets. */
export const BUDGETS_KEY = ['budgets'] as const;
