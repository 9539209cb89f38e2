import dbus, { type MessageBus } from 'dbus-next';

let bus: MessageBus | null = null;

/** The session bus; null where there is none. */
export function sessionBus(): MessageBus | null {
  if (process.env['DBUS_SESSION_BUS_ADDRESS'] === undefined) return null;
  if (bus === null) {
    bus = dbus.sessionBus();
    bus.on('error', (error: Error) => console.error(error));
  }
  return bus;
}

/** Leaves the bus, which takes tray and notifications away. */
export function dbusClosed(): void {
  bus?.disconnect();
}
