import dbus, { Message, type MessageBus } from 'dbus-next';

export interface IdleTime {
  /** Seconds since the last input; null while the desktop does not tell. */
  readonly seconds: () => number | null;
  /** Asks the desktop; to be called every second. */
  readonly look: () => void;
  readonly close: () => void;
}

const MUTTER = {
  destination: 'org.gnome.Mutter.IdleMonitor',
  path: '/org/gnome/Mutter/IdleMonitor/Core',
  interface: 'org.gnome.Mutter.IdleMonitor',
};

/** A desktop that does not know the question is asked again after so many seconds only. */
const AGAIN = 10;

/**
 * The idle time of a Wayland session, where Electron cannot tell it: GNOME's compositor answers on the session bus. `changed` is told
 * when a desktop begins or ends to answer.
 */
export function watchIdleTime(changed: () => void): IdleTime {
  let bus: MessageBus | null = null;
  let seconds: number | null = null;
  let pause = 0;
  let isAsking = false;
  const take = (next: number | null) => {
    const isChange = (next === null) !== (seconds === null);
    seconds = next;
    pause = next === null ? AGAIN : 0;
    if (isChange) changed();
  };
  try {
    bus = dbus.sessionBus();
    bus.on('error', () => take(null));
  } catch {
    // Without a session bus nobody can be asked.
  }
  const ask = async (asked: MessageBus) => {
    isAsking = true;
    try {
      const answer = await asked.call(new Message({ ...MUTTER, member: 'GetIdletime' }));
      const [milliseconds] = (answer?.body ?? []) as unknown[];
      take(typeof milliseconds === 'bigint' ? Math.floor(Number(milliseconds) / 1000) : null);
    } catch {
      take(null);
    } finally {
      isAsking = false;
    }
  };
  return {
    seconds: () => seconds,
    look: () => {
      pause -= 1;
      if (bus !== null && pause < 0 && !isAsking) void ask(bus);
    },
    close: () => bus?.disconnect(),
  };
}
