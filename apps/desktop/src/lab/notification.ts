import { EventEmitter } from 'node:events';
import { Message, type MessageBus, Variant } from 'dbus-next';
import { sessionBus } from './dbus.ts';

interface Options {
  readonly title?: string;
  readonly body?: string;
  readonly actions?: readonly { readonly type: 'button'; readonly text?: string }[];
}

const shown = new Map<number, Notification>();
let isListening = false;

/** Notifications of freedesktop.org, over D-Bus. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return sessionBus() !== null;
  }
  private readonly options: Options;
  private id: Promise<number> | null = null;

  constructor(options: Options) {
    super();
    this.options = options;
  }

  show(): void {
    const bus = sessionBus();
    if (bus === null) return;
    listen(bus);
    this.id = this.appear(bus);
    this.id.catch((error: unknown) => console.error(error));
  }

  private async appear(bus: MessageBus): Promise<number> {
    const id = await notify(bus, this.options);
    shown.set(id, this);
    return id;
  }

  close(): void {
    void this.disappear();
  }

  private async disappear(): Promise<void> {
    const id = await this.id;
    if (id === null) return;
    shown.delete(id);
    await sessionBus()?.call(call('CloseNotification', 'u', [id]));
  }
}

async function notify(bus: MessageBus, { title = '', body = '', actions = [] }: Options): Promise<number> {
  const buttons = actions.flatMap(({ text = '' }, index) => [String(index), text]);
  const hints = { urgency: new Variant('y', 2) };
  const answer = await bus.call(
    call('Notify', 'susssasa{sv}i', ['Stint', 0, '', title, body, ['default', '', ...buttons], hints, 0]),
  );
  const [id] = (answer?.body ?? []) as number[];
  return id ?? 0;
}

function listen(bus: MessageBus): void {
  if (isListening) return;
  isListening = true;
  bus.on('message', (message: Message) => {
    if (message.interface !== NAME || message.member !== 'ActionInvoked') return;
    const [id, key] = message.body as [number, string];
    const notification = shown.get(id);
    if (key === 'default') notification?.emit('click');
    else notification?.emit('action', {}, Number(key));
  });
  void bus.call(
    new Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
      signature: 's',
      body: [`type='signal',interface='${NAME}',member='ActionInvoked'`],
    }),
  );
}

const NAME = 'org.freedesktop.Notifications';

function call(member: string, signature: string, body: unknown[]): Message {
  return new Message({
    destination: NAME,
    path: '/org/freedesktop/Notifications',
    interface: NAME,
    member,
    signature,
    body,
  });
}
