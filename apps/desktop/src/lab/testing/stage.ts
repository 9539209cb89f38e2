import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tcpProxy } from '@stint/client/testing';
import { testServer } from '@stint/server/testing';
import { makeTrackEarlier } from '@stint/server/testing/earlier-track';
import { type Browser, chromium, type Page } from 'playwright-core';
import { keepPicture } from '../../testing/pictures.ts';
import { startComputer } from './computer.ts';
import { PATIENCE, until } from './until.ts';

interface Worklog {
  readonly comment: string;
  readonly length: number;
}

/** The app on a computer of its own, and the real server behind a line that can be cut. The same for the lab and for real Electron. */
export async function openStage(session?: 'x11' | 'wayland') {
  const [server, computer] = await Promise.all([testServer(), startComputer(session)]);
  const { port } = new URL(await server.server.app.listen({ port: 0, host: '127.0.0.1' }));
  server.server.startJobs();
  const line = await tcpProxy(Number(port));
  const who = server.people.team;
  let app: ChildProcess | null = null;
  let browser: Browser | null = null;
  let page: Page | null = null;
  let debuggingPort = 0;

  async function connect(): Promise<boolean> {
    try {
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`);
    } catch {
      return false;
    }
    page =
      browser
        .contexts()[0]
        ?.pages()
        .find((each) => each.url().includes('index.html')) ?? null;
    page?.setDefaultTimeout(PATIENCE);
    return page !== null;
  }

  /** The process id of the app's main process, which Electron's command has started. */
  async function mainProcess(): Promise<number> {
    const [pid = ''] = (await computer.x('pgrep', '-P', String(app?.pid))).split('\n');
    return Number(pid);
  }

  const state = async () =>
    (await server.ask(who, 'GET', '/api/tracking/client/current')).body['track'] as unknown as {
      trackingState: string;
      remark: string;
    };
  return {
    server,
    computer,
    line,
    who,
    address: `http://127.0.0.1:${line.port}`,
    page: (): Page => {
      if (page === null) throw new Error('the app has no window');
      return page;
    },
    /** Starts the app, by default from its own folder. */
    start: async (folder?: string) => {
      debuggingPort = await freePort();
      app = computer.startApp([`--remote-debugging-port=${debuggingPort}`], folder);
      await until(connect, 'the window');
    },
    /** Finds the window again after it was closed and shown anew. */
    findWindow: async () => {
      await browser?.close();
      await until(connect, 'the window');
    },
    /** Ends the main process as a power cut would. */
    kill: async () => {
      process.kill(await mainProcess(), 'SIGKILL');
      if (app) await once(app, 'exit');
      await browser?.close();
    },
    pair: async () => {
      await page?.getByLabel('Address of the server').fill(`http://127.0.0.1:${line.port}`);
      await page?.getByRole('button', { name: 'Next' }).click();
      const pin = await page?.getByTestId('pin').textContent();
      await server.ask(who, 'POST', '/api/rest/apps', { pin });
      await page?.getByRole('heading', { name: 'Total today' }).waitFor();
    },
    worklogs: async () =>
      (await server.ask(who, 'GET', '/api/rest/workLogs')).body['data'] as unknown as readonly Worklog[],
    state,
    isRunning: async () => (await state()).trackingState === 'tracking',
    /** Lets the running track be without a sign of life, and have begun, so many seconds earlier than it was. */
    makeEarlier: (seconds: number) => makeTrackEarlier(server, who, seconds),
    /** Seconds of processor time that the main process has used. */
    processorTime: async () => {
      const fields =
        (await readFile(`/proc/${await mainProcess()}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    picture: async (name: string) => {
      if (page) await keepPicture(page, name);
    },
    close: async () => {
      await browser?.close();
      await computer.close();
      await line.close();
      await server.close();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
