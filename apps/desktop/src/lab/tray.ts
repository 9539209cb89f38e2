import { EventEmitter } from 'node:events';
import dbus, { Message, Variant } from 'dbus-next';
import { sessionBus } from './dbus.ts';

interface Item {
  readonly label?: string;
  readonly type?: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly Item[];
}

export const nativeImage = { createFromPath: (path: string) => ({ path }) };

export const Menu = {
  buildFromTemplate: (items: readonly Item[]) => ({ items }),
  /** Windows of the lab have no menu. */
  setApplicationMenu: () => undefined,
};

const ITEM_NAME = `org.kde.StatusNotifierItem-${process.pid}-1`;
const ITEM_PATH = '/StatusNotifierItem';
const MENU_PATH = '/MenuBar';

/** A StatusNotifierItem with its menu, on the session bus. */
export class Tray extends EventEmitter {
  private readonly item = new ItemInterface(this);
  private readonly menu = new MenuInterface();

  constructor(image: { readonly path: string }) {
    super();
    this.item.icon = image.path;
    void this.appear();
  }
  setImage(image: { readonly path: string }): void {
    this.item.icon = image.path;
  }
  setToolTip(text: string): void {
    this.item.title = text;
  }
  setContextMenu(menu: { readonly items: readonly Item[] }): void {
    this.menu.show(menu.items);
  }

  private async appear(): Promise<void> {
    const bus = sessionBus();
    if (bus === null) return;
    bus.export(ITEM_PATH, this.item);
    bus.export(MENU_PATH, this.menu);
    await bus.requestName(ITEM_NAME, 0);
    const name = 'org.kde.StatusNotifierWatcher';
    const register = {
      destination: name,
      path: '/StatusNotifierWatcher',
      interface: name,
      member: 'RegisterStatusNotifierItem',
    };
    await bus.call(new Message({ ...register, signature: 's', body: [ITEM_NAME] })).catch(() => undefined);
  }
}

class ItemInterface extends dbus.interface.Interface {
  icon = '';
  title = '';
  private readonly tray: EventEmitter;
  constructor(tray: EventEmitter) {
    super('org.kde.StatusNotifierItem');
    this.tray = tray;
  }
  get Title(): string {
    return this.title;
  }
  get IconName(): string {
    return this.icon;
  }
  get Id(): string {
    return 'stint';
  }
  get Category(): string {
    return 'ApplicationStatus';
  }
  get Status(): string {
    return 'Active';
  }
  get Menu(): string {
    return MENU_PATH;
  }
  Activate(): void {
    this.tray.emit('click');
  }
}
ItemInterface.configureMembers({
  properties: Object.fromEntries(
    ['Title', 'IconName', 'Id', 'Category', 'Status'].map((name) => [
      name,
      { signature: 's', access: 'read' },
    ]),
  ),
  methods: { Activate: { inSignature: 'ii' } },
});

/** The entries keep their ids: what a person chooses in a menu that was open while it changed is what they read. */
class MenuInterface extends dbus.interface.Interface {
  private readonly items: Item[] = [{}];
  private roots: number[] = [];
  private readonly children = new Map<number, number[]>();
  constructor() {
    super('com.canonical.dbusmenu');
  }
  show(items: readonly Item[]): void {
    this.roots = this.add(items);
  }
  GetLayout(): unknown[] {
    return [1, [0, {}, this.roots.map((id) => this.layout(id))]];
  }
  Event(id: number, kind: string): void {
    if (kind === 'clicked') this.items[id]?.click?.();
  }
  private add(items: readonly Item[]): number[] {
    return items.map((item) => {
      const id = this.items.push(item) - 1;
      this.children.set(id, this.add(item.submenu ?? []));
      return id;
    });
  }
  private layout(id: number): Variant {
    const item = this.items[id] ?? {};
    const properties = {
      label: new Variant('s', (item.label ?? '').replaceAll('&&', '&')),
      enabled: new Variant('b', item.enabled !== false),
      type: new Variant('s', item.type === 'separator' ? 'separator' : 'standard'),
    };
    const below = (this.children.get(id) ?? []).map((each) => this.layout(each));
    return new Variant('(ia{sv}av)', [id, properties, below]);
  }
}
MenuInterface.configureMembers({
  methods: {
    GetLayout: { inSignature: 'iias', outSignature: 'u(ia{sv}av)' },
    Event: { inSignature: 'isvu' },
  },
});
