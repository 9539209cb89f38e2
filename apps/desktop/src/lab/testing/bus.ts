import dbus, { Message, type MessageBus, type Variant } from 'dbus-next';
import { until } from './until.ts';

/** A notification that somebody was shown. */
export interface Shown {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly actions: readonly string[];
  isClosed: boolean;
}

interface MenuEntry {
  readonly id: number;
  readonly label: string;
  readonly isEnabled: boolean;
}

const SCREEN_SAVER = 'org.freedesktop.ScreenSaver';
const MENU = { path: '/MenuBar', interface: 'com.canonical.dbusmenu' };

/** The other side of the session bus: shows notifications, opens the tray's menu, locks the screen. */
export async function createBus(address: string) {
  const bus = dbus.sessionBus({ busAddress: address });
  const daemon = new Daemon();
  const monitor = new IdleMonitor();
  bus.export('/org/freedesktop/Notifications', daemon);
  await bus.requestName('org.freedesktop.Notifications', 0);
  return {
    shown: daemon.shown,
    press: (id: number, key: string) => daemon.ActionInvoked(id, key),
    setLocked: (isLocked: boolean) =>
      bus.send(
        Message.newSignal(`/${SCREEN_SAVER.replaceAll('.', '/')}`, SCREEN_SAVER, 'ActiveChanged', 'b', [
          isLocked,
        ]),
      ),
    /** Answers like GNOME's compositor how many seconds nobody has touched anything; resolves when the app has heard it and asks again. */
    tellIdle: async (seconds: number) => {
      if (monitor.seconds === null) {
        bus.export('/org/gnome/Mutter/IdleMonitor/Core', monitor);
        await bus.requestName('org.gnome.Mutter.IdleMonitor', 0);
      }
      monitor.seconds = seconds;
      monitor.answers = 0;
      await until(() => monitor.answers >= 2, 'the question for the idle time');
    },
    /** A click on the icon. */
    click: async () => {
      const item = {
        path: '/StatusNotifierItem',
        interface: 'org.kde.StatusNotifierItem',
        member: 'Activate',
      };
      await bus.call(
        new Message({ ...item, destination: await trayName(bus), signature: 'ii', body: [0, 0] }),
      );
    },
    tooltip: () => property(bus, 'Title'),
    icon: () => property(bus, 'IconName'),
    /** The labels of the tray's menu that can be chosen or read. */
    menu: async () => (await layout(bus)).map(({ label }) => label).filter(Boolean),
    choose: async (label: string) => {
      const entry = (await layout(bus)).find((each) => each.label === label && each.isEnabled);
      if (!entry) throw new Error(`The menu has no "${label}".`);
      const body = [entry.id, 'clicked', new dbus.Variant('i', 0), 0];
      await bus.call(
        new Message({ ...MENU, destination: await trayName(bus), member: 'Event', signature: 'isvu', body }),
      );
    },
    close: () => bus.disconnect(),
  };
}

async function trayName(bus: MessageBus): Promise<string> {
  const there = {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
  };
  const answer = await bus.call(new Message({ ...there, member: 'ListNames' }));
  const [names] = (answer?.body ?? []) as string[][];
  const name = names?.find((each) => each.startsWith('org.kde.StatusNotifierItem'));
  if (name === undefined) throw new Error('There is no icon in the tray.');
  return name;
}

async function property(bus: MessageBus, name: string): Promise<string> {
  const answer = await bus.call(
    new Message({
      destination: await trayName(bus),
      path: '/StatusNotifierItem',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: ['org.kde.StatusNotifierItem', name],
    }),
  );
  const [value] = (answer?.body ?? []) as Variant[];
  return String(value?.value);
}

async function layout(bus: MessageBus): Promise<MenuEntry[]> {
  const body = [0, -1, []];
  const answer = await bus.call(
    new Message({ ...MENU, destination: await trayName(bus), member: 'GetLayout', signature: 'iias', body }),
  );
  const [, root] = (answer?.body ?? []) as [number?, Node?];
  return root ? flatten(root) : [];
}

type Node = [number, Readonly<Record<string, Variant>>, Variant[]];

function flatten([, , children]: Node): MenuEntry[] {
  return children.flatMap(({ value }) => {
    const [id, properties] = value as Node;
    const entry = {
      id,
      label: String(properties['label']?.value ?? ''),
      isEnabled: properties['enabled']?.value !== false,
    };
    return [entry, ...flatten(value as Node)];
  });
}

class Daemon extends dbus.interface.Interface {
  readonly shown: Shown[] = [];
  constructor() {
    super('org.freedesktop.Notifications');
  }
  Notify(
    _app: string,
    _replaces: number,
    _icon: string,
    title: string,
    body: string,
    actions: string[],
  ): number {
    const id = this.shown.length + 1;
    this.shown.push({ id, title, body, actions, isClosed: false });
    return id;
  }
  CloseNotification(id: number): void {
    const notification = this.shown.find((each) => each.id === id);
    if (notification) notification.isClosed = true;
  }
  ActionInvoked(id: number, key: string): unknown[] {
    return [id, key];
  }
}
Daemon.configureMembers({
  methods: {
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u' },
  },
  signals: { ActionInvoked: { signature: 'us' } },
});

class IdleMonitor extends dbus.interface.Interface {
  seconds: number | null = null;
  /** How often that was told. */
  answers = 0;
  constructor() {
    super('org.gnome.Mutter.IdleMonitor');
  }
  GetIdletime(): bigint {
    this.answers += 1;
    return BigInt(Math.round((this.seconds ?? 0) * 1000));
  }
}
IdleMonitor.configureMembers({ methods: { GetIdletime: { outSignature: 't' } } });
