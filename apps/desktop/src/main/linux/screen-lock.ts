import dbus, { type Message, type MessageBus } from 'dbus-next';

/** Interfaces of the session bus that tell when the screen is locked, by desktop. */
const INTERFACES = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
];

/**
 * Tells when the screen is locked and unlocked: Electron does not on Linux. Listens to the screen savers of the session bus;
 * `failed` is told when there is none to listen to. Gives what ends it.
 */
export function watchScreenLock(
  heard: (isLocked: boolean) => void,
  failed: (error: unknown) => void,
): () => void {
  let bus: MessageBus | null = null;
  try {
    bus = dbus.sessionBus();
  } catch (error) {
    failed(error);
    return () => undefined;
  }
  let isLocked = false;
  bus.on('error', failed);
  bus.on('message', (message: Message) => {
    const [isActive] = message.body as unknown[];
    const isTold =
      message.member === 'ActiveChanged' &&
      INTERFACES.includes(message.interface ?? '') &&
      typeof isActive === 'boolean';
    if (!isTold || isActive === isLocked) return;
    isLocked = isActive;
    heard(isLocked);
  });
  for (const name of INTERFACES) void listen(bus, name).catch(failed);
  return () => bus.disconnect();
}

async function listen(bus: MessageBus, name: string): Promise<void> {
  await bus.call(
    new dbus.Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
      signature: 's',
      body: [`type='signal',interface='${name}',member='ActiveChanged'`],
    }),
  );
}
