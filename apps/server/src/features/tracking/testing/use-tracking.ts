import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type TestServer, testServer } from '../../../testing/test-server.ts';
import { MORNING, type Tracker, tracker } from './tracker.ts';

/** What the tests of tracking work with; `me` is a new person for every test. */
export interface TrackingTest {
  stint: TestServer;
  me: Tracker;
  /** The server's clock, epoch milliseconds; every test begins in the MORNING. */
  now: number;
  activityTypes: readonly { id: string; name: string; color: string }[];
  /** One more person of the organization. */
  somebody(): Promise<Tracker>;
}

/** Sets a server with a movable clock up for the tests of a file. */
export function useTracking(): TrackingTest {
  let people = 0;
  const context = { now: MORNING, somebody } as TrackingTest;

  async function somebody(): Promise<Tracker> {
    people += 1;
    const { stint } = context;
    return tracker(stint, await stint.addPerson(stint.organizationId, `person${people}`, 'Team'));
  }

  beforeAll(async () => {
    context.stint = await testServer({ clock: () => context.now });
    const { organizationId, server } = context.stint;
    const organization = await server.dependencies.organizations.byId(organizationId);
    context.activityTypes = organization?.activityTypes ?? [];
  });
  afterAll(() => context.stint.close());
  beforeEach(async () => {
    context.now = MORNING;
    context.me = await somebody();
  });
  return context;
}
