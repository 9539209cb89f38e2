import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBus } from './bus.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** A desktop computer of its own: an X server, a window manager and a session bus with a notification daemon; `session` is what it says it is. */
export async function startComputer(session: 'x11' | 'wayland' = 'x11') {
  const folder = await mkdtemp(join(tmpdir(), 'stint-computer-'));
  const processes: ChildProcess[] = [];
  const start = (command: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    processes.push(child);
    return child;
  };
  const display = await displayOf(
    start('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp']),
  );
  const address = await firstLine(start('dbus-daemon', ['--session', '--print-address', '--nofork']));
  const env = {
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_SESSION_TYPE: session,
    LANG: 'en_GB.UTF-8',
  };
  start('openbox', [], env);
  /** Runs a small program on the computer and gives what it wrote; empty when it failed. */
  const x = async (program: string, ...args: string[]): Promise<string> => {
    try {
      return (await run(program, args, { env: { ...process.env, ...env } })).stdout.trim();
    } catch {
      return '';
    }
  };
  await until(async () => (await x('wmctrl', '-m')).includes('Openbox'));
  // A fresh X server counts as idle from its start.
  await x('xdotool', 'mousemove', '10', '10');
  const bus = await createBus(address);
  return {
    folder,
    env,
    x,
    bus,
    config: join(folder, 'config'),
    /** Starts the app by Electron's own command; without Electron's program, with the lab in its place. */
    startApp: (args: string[] = [], app = desktop) =>
      start(process.execPath, [fileURLToPath(import.meta.resolve('electron/cli.js')), app, ...args], {
        ...env,
        XDG_CONFIG_HOME: join(folder, 'config'),
        HOME: folder,
        STINT_LAB_KEY_RING: '1',
        STINT_NODE: process.execPath,
        ELECTRON_OVERRIDE_DIST_PATH: process.env['STINT_ELECTRON_DIST'] ?? join(desktop, 'src/lab/bin'),
      }),
    readConfig: (name: string) => readFile(join(folder, 'config', name), 'utf8').catch(() => null),
    close: async () => {
      bus.close();
      for (const child of processes.toReversed()) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill('SIGTERM');
        await Promise.race([new Promise((resolve) => child.on('exit', resolve)), sleep(3_000)]);
        child.kill('SIGKILL');
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

const desktop = fileURLToPath(new URL('../../../', import.meta.url));

async function displayOf(server: ChildProcess): Promise<string> {
  return `:${await firstLine(server)}`;
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`ended with ${code}`)));
    child.stdout?.once('data', (text: Buffer) => resolve(String(text).trim()));
  });
}
