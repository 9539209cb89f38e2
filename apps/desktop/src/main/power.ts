import type { PowerMonitor } from 'electron';
import { watchScreenLock } from './linux/screen-lock.ts';

export interface PowerEvents {
  readonly tell: (event: 'locked' | 'unlocked' | 'suspended' | 'resumed') => void;
  readonly woke: () => void;
  /** The system does not tell when the screen is locked. */
  readonly lockUnknown: () => void;
}

/** Tells of sleep and of the locked screen, which Electron does not know of on Linux. */
export function watchPower(
  monitor: Pick<PowerMonitor, 'on'>,
  platform: NodeJS.Platform,
  { tell, woke, lockUnknown }: PowerEvents,
): void {
  monitor.on('suspend', () => tell('suspended'));
  monitor.on('resume', () => {
    tell('resumed');
    woke();
  });
  if (platform === 'linux') {
    watchScreenLock((isLocked) => tell(isLocked ? 'locked' : 'unlocked'), lockUnknown);
    return;
  }
  monitor.on('lock-screen', () => tell('locked'));
  monitor.on('unlock-screen', () => tell('unlocked'));
}
