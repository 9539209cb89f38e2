import type { SearchAnswer } from '@stint/contract';
import type { DesktopCommand } from '../core/app/commands.ts';
import type { DesktopView } from '../core/app/view.ts';

/** What became of a command. `diskFull`: nothing was saved. `unreachable`: it needs the server. */
export type ActResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly problem: 'diskFull' | 'unreachable' | 'refused';
      readonly message: string;
    };

/** What a page asks of its window or of the computer. */
export type WindowAct =
  /** The small bar instead of the window, and back. */
  | { readonly kind: 'minimize' }
  | { readonly kind: 'expand' }
  /** Hotkeys do nothing while one is being set. */
  | { readonly kind: 'pauseHotkeys'; readonly isPaused: boolean }
  /** Opens the Apps page of the server, or a link of About, in the browser. */
  | { readonly kind: 'open'; readonly what: 'apps' | 'web' | 'source' };

/** What the app asks of a page. */
export type PageRequest = 'addTime' | 'start' | 'organizations' | 'settings' | 'hotkeys' | 'today';

/** All that a page can do: the preload script exposes it, and everything that goes through is checked on the other side. */
export interface DesktopBridge {
  readonly view: () => Promise<DesktopView>;
  /** Calls back with every new view; gives what ends that. */
  readonly onView: (heard: (view: DesktopView) => void) => () => void;
  readonly onRequest: (heard: (request: PageRequest) => void) => () => void;
  readonly act: (command: DesktopCommand) => Promise<ActResult>;
  /** Rejects when the search does not answer. */
  readonly search: (text: string) => Promise<SearchAnswer>;
  /** Whether the system gives a combination away; asked while one is being set. */
  readonly isHotkeyFree: (combination: string) => Promise<boolean>;
  readonly window: (act: WindowAct) => Promise<void>;
}
