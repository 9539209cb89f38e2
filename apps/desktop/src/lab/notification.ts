import { EventEmitter } from 'node:events';
import { Message, type MessageBus, Variant } from 'dbus-next';
import { sessionBus } from './dbus.ts';

interface Options {
  readonly title?: string;
  readonly body?: string;
  readonly actions?: readonly { readonly type: 'button'; readonly text?: string }[];
}

/** What is shown, with its id as soon as the bus has told it. */
const shown = new Map<Notification, Promise<number>>();
let isListening = false;

/** Notifications of freedesktop.org, over D-Bus. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return sessionBus() !== null;
  }
  private readonly options: Options;

  constructor(options: Options) {
    super();
    this.options = options;
  }

  show(): void {
    const bus = sessionBus();
    if (bus === null) return;
    listen(bus);
    const id = notify(bus, this.options);
    id.catch((error: unknown) => console.error(error));
    shown.set(this, id);
  }

  close(): void {
    const id = shown.get(this);
    shown.delete(this);
    if (id) void disappear(id).catch(() => undefined);
  }
}

async function disappear(id: Promise<number>): Promise<void> {
  await sessionBus()?.call(call('CloseNotification', 'u', [await id]));
}

/** Tells the notification that somebody acted on; its id may not be known here yet. */
async function acted(id: number, key: string): Promise<void> {
  for (const [notification, known] of shown) {
    if ((await known) !== id) continue;
    if (key === 'default') notification.emit('click');
    else notification.emit('action', {}, Number(key));
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
    void acted(id, key).catch(() => undefined);
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
