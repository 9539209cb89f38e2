/**
 * Stands in for `typebox` in the pages' bundle. The pages need the contract's addresses and types, never its schemas (the server
 * validates), so every schema becomes an empty object here and a tenth of a megabyte stays at home.
 */
const asObject = (properties: object) => ({ properties });
const asNothing = () => ({});

export const Type = new Proxy({}, { get: (_, name) => (name === 'Object' ? asObject : asNothing) });

/** Never called in the pages: the contract's validation is not part of them. */
export const Compile = asNothing;
