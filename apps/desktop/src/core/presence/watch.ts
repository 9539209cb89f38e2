import type { Instant } from '@stint/domain';
import type { Organization } from '../organizations/organization.ts';

/** Without a look for this long, the computer slept, whether or not it said so; milliseconds. */
const MISSED = 60_000;

export interface Watch {
  /** To be called every second: `idleSeconds` as the system counts them. */
  readonly look: (idleSeconds: number | null) => Promise<void>;
}

/** Tells an organization every second who is there, and notices sleep that nobody announced. */
export function createWatch(organization: Pick<Organization, 'tell'>, now: () => Instant): Watch {
  let last = now();
  return {
    look: async (idleSeconds) => {
      const at = now();
      const before = last;
      last = at;
      if (at - before > MISSED) await organization.tell('suspended', 0, before);
      await organization.tell('clock', idleSeconds, at);
    },
  };
}
