import type { LiveOptions, LivePort } from '../organizations/live.ts';
import type { Organization } from '../organizations/organization.ts';
import type { ClockPort } from '../ports.ts';

export interface KeepLiveOptions extends Pick<LiveOptions, 'baseUrl' | 'collection' | 'authorization'> {
  readonly clock: Pick<ClockPort, 'after'>;
}

/** Without a live connection the server is asked this often, so that news come late but come; milliseconds. */
const POLL = 10_000;

/**
 * Hears the server's news by the live connection, which keeps itself up; while it is down, asks every few seconds instead. That it
 * went down is looked at once, so that a lost server is shown soon. Gives what ends it.
 */
export function keepLive(live: LivePort, organization: Organization, options: KeepLiveOptions): () => void {
  let cancelPoll: (() => void) | null = null;
  const stopPolling = () => {
    cancelPoll?.();
    cancelPoll = null;
  };
  const poll = () => {
    cancelPoll = options.clock.after(POLL, () => {
      if (organization.state().connection.kind === 'online') void organization.refresh();
      poll();
    });
  };
  const close = live.open({
    ...options,
    heard: organization.heard,
    opened: () => {
      stopPolling();
      void organization.refresh();
    },
    closed: () => {
      if (cancelPoll !== null) return;
      void organization.refresh();
      poll();
    },
  });
  return () => {
    stopPolling();
    close();
  };
}
