import type { Instant } from '@stint/domain';
import type { ClockPort, FilePort } from '../ports.ts';
import { advance, beginTimeline, synchronize } from '../time/timeline.ts';
import { readDocument, writeDocument } from '../journal/document.ts';

export interface AppClock {
  /** The time, right also when somebody has set the computer's clock back. */
  readonly now: () => Instant;
  readonly heardServerTime: (serverNow: number) => void;
}

const FILE = 'clock';

/** The app's clock; how far the computer's is off outlives the app. `setBack` is told by how many milliseconds. */
export async function openClock(
  files: FilePort,
  clock: Pick<ClockPort, 'read'>,
  setBack: (milliseconds: number) => void,
): Promise<AppClock> {
  const { value } = await readDocument(files, FILE);
  const { correction } = (value ?? {}) as { correction?: unknown };
  let timeline = {
    ...beginTimeline(clock.read()),
    correction: typeof correction === 'number' ? correction : 0,
  };
  const save = () =>
    void writeDocument(files, FILE, { correction: timeline.correction }).catch(() => undefined);
  const now = (): Instant => {
    const step = advance(timeline, clock.read());
    ({ timeline } = step);
    if (step.clockSetBack > 0) {
      save();
      setBack(step.clockSetBack);
    }
    return step.now;
  };
  return {
    now,
    heardServerTime: (serverNow) => {
      now();
      const next = synchronize(timeline, serverNow);
      if (next === timeline) return;
      timeline = next;
      save();
    },
  };
}
