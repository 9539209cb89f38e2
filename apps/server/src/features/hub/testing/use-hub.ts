import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Environment } from '../../../environment.ts';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.ts';
import { type HubClient, type HubClientOptions, hubClient } from './hub-client.ts';

/** What the tests of the hub work with; `me` is a new person for every test. */
export interface HubTest {
  stint: TestServer;
  url: string;
  me: TestPerson;
  /** The server's clock, epoch milliseconds; it stands still unless a test moves it. */
  now: number;
  /** A connected client of this person. */
  connect(person: Pick<TestPerson, 'token'> | null, options?: HubClientOptions): Promise<HubClient>;
}

/** Monday, 2026-03-02 09:00:00.123 in Berlin. */
const MORNING = Date.parse('2026-03-02T08:00:00.123Z');

/** Sets a server that listens up for the tests of a file. */
export function useHub(environment: Partial<Environment> = {}): HubTest {
  let people = 0;
  const context = { now: MORNING } as HubTest;

  beforeAll(async () => {
    context.stint = await testServer({ environment, clock: () => context.now });
    context.url = await context.stint.server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => context.stint.close());
  beforeEach(async () => {
    context.now = MORNING;
    people += 1;
    context.me = await context.stint.addPerson(context.stint.organizationId, `hub${people}`, 'Team');
  });
  context.connect = async (person, options) => {
    const client = hubClient(context.url, person, options);
    await client.connection.start();
    return client;
  };
  return context;
}
