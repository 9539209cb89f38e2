import { uiTexts, useTexts } from '@stint/ui';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import type { ActResult } from '../bridge/bridge.ts';
import type { DesktopCommand } from '../core/app/commands.ts';
import type { TimeCommand } from '../core/tracking/commands.ts';
import { useBridge } from './bridge-context.ts';
import { desktopTexts } from './texts/texts.ts';

interface Acting {
  /** Resolves to whether it was done; a refusal is told at the bottom of the window. */
  readonly act: (command: DesktopCommand) => Promise<boolean>;
  readonly fault: string | null;
  readonly dismiss: () => void;
}

const ActContext = createContext<Acting | null>(null);

/** Lets everything below act, and keeps the last refusal. */
export function ActProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const texts = useTexts(desktopTexts);
  // What panels and dialogs need is there before they are, so that they never blank the window.
  useTexts(uiTexts);
  const [fault, setFault] = useState<string | null>(null);
  const act = useCallback(
    async (command: DesktopCommand) => {
      const result = await bridge.act(command);
      setFault(result.ok ? null : textOf(result, texts));
      return result.ok;
    },
    [bridge, texts],
  );
  const acting = useMemo(() => ({ act, fault, dismiss: () => setFault(null) }), [act, fault]);
  return <ActContext value={acting}>{children}</ActContext>;
}

/** What can be asked of the app from here. */
export function useActing(): Acting {
  const acting = use(ActContext);
  if (acting === null) throw new Error('There is no ActProvider around this component.');
  return acting;
}

/** Sends commands about time. */
export function useTime(): (command: TimeCommand) => Promise<boolean> {
  const { act } = useActing();
  return useCallback((command) => act({ kind: 'time', command }), [act]);
}

function textOf(
  result: Extract<ActResult, { ok: false }>,
  texts: { readonly needsServer: string },
): string | null {
  // The view tells that, also where somebody else asked.
  if (result.problem === 'diskFull') return null;
  return result.problem === 'unreachable' ? texts.needsServer : result.message;
}
