/** For mutation testing: the rules need no database, so no global set-up. `npm test` uses the root's configuration. */
export default { test: { include: ['src/**/*.test.ts'] } };
