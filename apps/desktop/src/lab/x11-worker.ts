// Speaks with the X server in a thread of its own, so that the lab can answer at once, as Electron does.
import { parentPort, workerData } from 'node:worker_threads';
import x11 from 'x11';

/** What the thread tells without being asked. */
export type X11Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pressed'; readonly combination: string };

/** [0] the question that was answered last; [1] whether it was done; [2] idle time in seconds. */
const shared = new Int32Array((workerData as { readonly shared: SharedArrayBuffer }).shared);
const MODIFIERS: Readonly<Record<string, number>> = {
  Shift: 1,
  Control: 4,
  CommandOrControl: 4,
  Alt: 8,
  Super: 64,
};
/** With and without Caps Lock and Num Lock. */
const LOCKS = [0, 2, 16, 18];
const KEYSYMS: Readonly<Record<string, number>> = {
  Space: 0x20,
  Enter: 0xff0d,
  Tab: 0xff09,
  Backspace: 0xff08,
  Delete: 0xffff,
  Insert: 0xff63,
  Home: 0xff50,
  End: 0xff57,
  Up: 0xff52,
  Down: 0xff54,
  Left: 0xff51,
  Right: 0xff53,
  PageUp: 0xff55,
  PageDown: 0xff56,
};

interface Grab {
  readonly keycode: number;
  readonly modifiers: number;
}

const grabs = new Map<string, Grab>();
const display = await new Promise<X11Display>((resolve, reject) => {
  x11.createClient((error: Error | null, made: X11Display) => (error ? reject(error) : resolve(made)));
});
const X = display.client;
const { root } = display.screen[0] ?? { root: 0 };
const mapping = await new Promise<number[][]>((resolve, reject) => {
  X.GetKeyboardMapping(display.min_keycode, display.max_keycode - display.min_keycode, (error, list) =>
    error ? reject(error) : resolve(list),
  );
});
let refused = false;
X.on('error', () => {
  refused = true;
});
X.on('event', ({ type, keycode, buttons }) => {
  if (type !== 2) return;
  const modifiers = buttons & (1 | 4 | 8 | 64);
  for (const [combination, grab] of grabs)
    if (grab.keycode === keycode && grab.modifiers === modifiers) tell({ kind: 'pressed', combination });
});

function tell(message: X11Message): void {
  parentPort?.postMessage(message, []);
}

function grabOf(combination: string): Grab | null {
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  const f = /^F(\d+)$/.exec(key);
  const keysym = KEYSYMS[key] ?? (f ? 0xffbd + Number(f[1]) : key.toLowerCase().charCodeAt(0));
  const at = mapping.findIndex((keysyms) => keysyms[0] === keysym);
  const modifiers = parts.reduce((all, part) => all | (MODIFIERS[part] ?? 0), 0);
  return at < 0 ? null : { keycode: display.min_keycode + at, modifiers };
}

/** Waits until the X server has answered everything so far. */
const settled = () => new Promise<void>((resolve) => X.GetInputFocus(() => resolve()));

async function register(combination: string): Promise<boolean> {
  const grab = grabOf(combination);
  if (grab === null || grabs.has(combination)) return false;
  refused = false;
  for (const lock of LOCKS) X.GrabKey(root, 0, grab.modifiers | lock, grab.keycode, 1, 1);
  await settled();
  if (!refused) grabs.set(combination, grab);
  return !refused;
}

function unregister(combination: string): void {
  const grab = grabs.get(combination);
  if (!grab) return;
  for (const lock of LOCKS) X.UngrabKey(root, grab.keycode, grab.modifiers | lock);
  grabs.delete(combination);
}

async function answer({ act, combination, question }: Asked): Promise<void> {
  let isDone = true;
  if (act === 'register') isDone = await register(combination);
  else unregister(combination);
  Atomics.store(shared, 1, isDone ? 1 : 0);
  Atomics.store(shared, 0, question);
  Atomics.notify(shared, 0);
}

interface Asked {
  readonly act: 'register' | 'unregister';
  readonly combination: string;
  readonly question: number;
}

parentPort?.on('message', (asked: Asked) => void answer(asked));
tell({ kind: 'ready' });

X.require('screen-saver', (error, saver) => {
  if (error) return;
  setInterval(() => {
    saver.QueryInfo(root, (_, info) => Atomics.store(shared, 2, Math.floor((info?.idle ?? 0) / 1000)));
  }, 500);
});

interface X11Display {
  readonly client: {
    on(name: 'error', heard: () => void): void;
    on(name: 'event', heard: (event: { type: number; keycode: number; buttons: number }) => void): void;
    GrabKey(
      window: number,
      ownerEvents: number,
      modifiers: number,
      key: number,
      pointer: number,
      keyboard: number,
    ): void;
    UngrabKey(window: number, key: number, modifiers: number): void;
    GetInputFocus(done: () => void): void;
    GetKeyboardMapping(
      first: number,
      count: number,
      done: (error: Error | null, list: number[][]) => void,
    ): void;
    require(
      name: string,
      done: (
        error: unknown,
        saver: { QueryInfo(window: number, done: (error: unknown, info?: { idle: number }) => void): void },
      ) => void,
    ): void;
  };
  readonly screen: readonly { readonly root: number }[];
  readonly min_keycode: number;
  readonly max_keycode: number;
}
