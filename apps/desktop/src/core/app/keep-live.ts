import type { LiveOptions, LivePort } from '../organizations/live.ts';
import type { Organization } from '../organizations/organization.ts';
import type { ClockPort } from '../ports.ts';

export interface KeepLiveOptions extends Pick<LiveOptions, 'baseUrl' | 'collection' | 'authorization'> {
  readonly clock: Pick<ClockPort, 'after'>;
}

/** Without a live connection the server is asked this often, so that news come late but come; milliseconds. */
const POLL = 10_000;
const LONGEST_PAUSE = 60_000;

/** Keeps the live connection open; while it cannot be, asks the server every few seconds instead. Gives what ends it. */
export function keepLive(live: LivePort, organization: Organization, options: KeepLiveOptions): () => void {
  let failures = 0;
  let isEnded = false;
  let close = doNothing;
  let cancelRetry = doNothing;
  let cancelPoll = doNothing;

  const poll = () => {
    cancelPoll = options.clock.after(POLL, () => {
      if (organization.state().connection.kind === 'online') void organization.refresh();
      poll();
    });
  };

  const open = () => {
    if (isEnded) return;
    close = live.open({
      ...options,
      heard: organization.heard,
      opened: () => {
        failures = 0;
        cancelPoll();
        void organization.refresh();
      },
      closed: () => {
        failures += 1;
        cancelPoll();
        poll();
        cancelRetry();
        cancelRetry = options.clock.after(Math.min(LONGEST_PAUSE, 1_000 * 2 ** (failures - 1)), open);
      },
    });
  };
  open();
  return () => {
    isEnded = true;
    cancelRetry();
    cancelPoll();
    close();
  };
}

function doNothing(): void {}
