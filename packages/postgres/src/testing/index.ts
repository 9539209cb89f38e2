export { type OwnTestServer, ownTestServer } from './own-server.ts';
export { sharedTestServer, stopTestServer } from './server.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
