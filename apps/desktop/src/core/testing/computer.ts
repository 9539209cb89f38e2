import { randomUUID } from 'node:crypto';
import { openDesktop, type DesktopPorts } from '../app/desktop.ts';
import type { DesktopView, SystemView } from '../app/view.ts';
import { createMemoryFiles } from './memory-files.ts';

const system: SystemView = {
  platform: 'linux',
  version: '0.0.0',
  canTellIdle: true,
  canTellLock: true,
  canStartAtLogin: true,
  canHaveHotkeys: true,
  takenHotkeys: [],
  canUpdate: false,
};

/** Ports of a computer in memory with real time and a real network that can be cut. */
export function createComputer() {
  const folder = createMemoryFiles();
  const computer = {
    folder,
    isOnline: true,
    isSafe: true,
    /** What this computer can do to update the app; nothing unless a test says so. */
    updates: {} as Partial<DesktopPorts['updates']>,
    open: () => openDesktop(ports()),
  };
  const ports = (): DesktopPorts => ({
    files: folder.port,
    secrets: {
      isSafe: () => computer.isSafe,
      seal: (text) => Buffer.from(text).toString('base64'),
      open: (sealed) => Buffer.from(sealed, 'base64').toString(),
    },
    clock: {
      read: () => ({ wall: Date.now(), steady: performance.now() }),
      after: (milliseconds, call) => {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    fetch: async (input, init) => {
      if (!computer.isOnline) throw new TypeError('fetch failed');
      return fetch(input, init);
    },
    updates: {
      target: null,
      version: '0.0.0',
      isSigned: () => false,
      load: () => Promise.reject(new Error('nothing is loaded here')),
      install: () => Promise.reject(new Error('nothing is installed here')),
      ...computer.updates,
    },
    live: { open: () => () => undefined },
    newId: randomUUID,
    random: Math.random,
    zone: () => 'Europe/Berlin',
    system: () => system,
  });
  return computer;
}

/** Waits until the app shows what is wanted. */
export function until(
  desktop: Awaited<ReturnType<typeof openDesktop>>,
  isWanted: (view: DesktopView) => boolean,
): Promise<DesktopView> {
  return new Promise((resolve, reject) => {
    let isDue = true;
    const look = () => {
      if (!isDue) return;
      isDue = false;
      setTimeout(() => {
        isDue = true;
        const view = desktop.view();
        if (!isWanted(view)) return;
        end();
        clearTimeout(timer);
        resolve(view);
      }, 5);
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`the app shows ${JSON.stringify({ ...desktop.view(), settings: undefined })}`));
    }, 10_000);
    const end = desktop.onChange(look);
    look();
  });
}
