import { EventEmitter } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dbusClosed } from './dbus.ts';
import { closeChromium } from './windows-open.ts';

const events = new EventEmitter();
const configFolder = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
const userData = join(configFolder, 'Stint');
const socket = join(userData, 'SingletonSocket');
let isQuitting = false;

/** Tells the first instance what this one was started with; resolves to whether there was one. */
async function tellFirst(): Promise<boolean> {
  return new Promise((resolve) => {
    const client = connect(socket, () => client.end(JSON.stringify(process.argv)));
    client.on('close', () => resolve(true));
    client.on('error', () => resolve(false));
  });
}

mkdirSync(userData, { recursive: true });
const isSecond = await tellFirst();

function listen(): void {
  rmSync(socket, { force: true });
  const server = createServer((client) => {
    let text = '';
    client.on('data', (part) => {
      text += String(part);
    });
    client.on('end', () => {
      events.emit('second-instance', { preventDefault() {} }, JSON.parse(text), '', undefined);
    });
  });
  server.listen(socket);
  server.unref();
}

export const app = {
  on: (name: string, listener: (...args: unknown[]) => void) => events.on(name, listener),
  whenReady: async () => undefined,
  getPath: (name: string) => (name === 'home' ? homedir() : name === 'exe' ? process.execPath : userData),
  isPackaged: false,
  getVersion: () => '0.1.0',
  relaunch: () => undefined,
  getPreferredSystemLanguages: () => [(process.env['LANG'] ?? 'en').slice(0, 2)],
  setAsDefaultProtocolClient: () => true,
  setLoginItemSettings: () => undefined,
  requestSingleInstanceLock: () => {
    if (!isSecond) listen();
    return !isSecond;
  },
  exit: (code?: number) => process.exit(code),
  quit: () => {
    if (isQuitting) return;
    isQuitting = true;
    events.emit('before-quit');
    events.emit('will-quit');
    void end();
  },
};
process.on('SIGTERM', () => app.quit());

async function end(): Promise<void> {
  await closeChromium();
  dbusClosed();
  process.exit(0);
}
