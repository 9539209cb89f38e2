import { ApiError } from '@stint/client';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { ActResult, WindowAct } from '../bridge/bridge.ts';
import type { Desktop } from '../core/app/desktop.ts';
import { DiskFullError } from '../core/ports.ts';
import { CHANNELS } from './channels.ts';
import { readCommand, readWindowAct } from './command-schema.ts';
import { PAGE_ORIGIN } from './page-protocol.ts';

export interface BridgeParts {
  readonly ipc: Pick<IpcMain, 'handle'>;
  readonly desktop: Desktop;
  readonly isHotkeyFree: (combination: string) => boolean;
  readonly window: (act: WindowAct) => void | Promise<void>;
}

/** Answers the pages of the app. What does not come from one of them, or is not what a page may say, is refused. */
export function serveBridge({ ipc, desktop, isHotkeyFree, window }: BridgeParts): void {
  const handle = (channel: string, answer: (value: unknown) => unknown) => {
    ipc.handle(channel, (event: IpcMainInvokeEvent, value: unknown) => {
      const from = event.senderFrame?.url ?? '';
      if (!from.startsWith(`${PAGE_ORIGIN}/`)) throw new Error('This page may not speak to the app.');
      return answer(value);
    });
  };
  handle(CHANNELS.view, () => desktop.view());
  handle(CHANNELS.act, (value) => act(desktop, value));
  handle(CHANNELS.search, (value) => {
    if (typeof value !== 'string' || value.length > 400)
      throw new Error('A search is a text of at most 400 characters.');
    return desktop.search(value);
  });
  handle(
    CHANNELS.isHotkeyFree,
    (value) => typeof value === 'string' && value.length < 64 && isHotkeyFree(value),
  );
  handle(CHANNELS.window, (value) => {
    const wanted = readWindowAct(value);
    if (wanted === null) throw new Error('This is nothing that a page may ask of its window.');
    return window(wanted);
  });
}

async function act(desktop: Desktop, value: unknown): Promise<ActResult> {
  const command = readCommand(value);
  if (command === null)
    return { ok: false, problem: 'refused', message: 'The app does not understand this command.' };
  try {
    await desktop.act(command);
    return { ok: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof DiskFullError) return { ok: false, problem: 'diskFull', message };
    const isAway = error instanceof ApiError && (error.status === 0 || error.status >= 500);
    return { ok: false, problem: isAway ? 'unreachable' : 'refused', message };
  }
}
