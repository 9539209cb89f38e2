import { type TrackSubject, useTexts } from '@stint/ui';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { useErrorText } from '../api/message.ts';
import { shellTexts } from '../texts/shell/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { isRunning } from './foresee.ts';
import { useLastSubject } from './use-last-subject.ts';
import { useTrack, useTrackCommand } from './use-track.ts';

/** What any part of the page may ask of the clock. */
export interface Clock {
  readonly isRunning: boolean;
  readonly start: (subject: TrackSubject) => void;
  readonly stop: () => void;
  /** Goes on with what was worked on last; says so when there is nothing. */
  readonly continueLast: () => void;
  /** Puts the focus into the track bar. */
  readonly focusBar: () => void;
  /** Counts up with every `focusBar`. */
  readonly focusRequest: number;
  readonly command: ReturnType<typeof useTrackCommand>;
}

const ClockContext = createContext<Clock | null>(null);

/** The clock of this page. */
export function useClock(): Clock {
  const clock = use(ClockContext);
  if (!clock) throw new Error('There is no ClockProvider above this component');
  return clock;
}

/** Gives everything below the clock. */
export function ClockProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useTrack();
  const command = useTrackCommand();
  const { mutate } = command;
  const lastSubject = useLastSubject();
  const toast = useToast();
  const texts = useTexts(shellTexts);
  const errorText = useErrorText();
  const [focusRequest, setFocusRequest] = useState(0);
  const isOn = data !== undefined && isRunning(data.state.track);
  const continueLast = useCallback(async () => {
    try {
      const subject = await lastSubject();
      if (subject) mutate({ kind: 'start', subject });
      else toast({ text: texts.nothingToContinue });
    } catch (error) {
      toast({ text: errorText(error) });
    }
  }, [lastSubject, mutate, toast, texts, errorText]);
  const clock = useMemo(
    () => ({
      isRunning: isOn,
      start: (subject: TrackSubject) => mutate({ kind: 'start', subject }),
      stop: () => mutate({ kind: 'stop' }),
      continueLast: () => void continueLast(),
      focusBar: () => setFocusRequest((count) => count + 1),
      focusRequest,
      command,
    }),
    [isOn, mutate, continueLast, focusRequest, command],
  );
  return <ClockContext value={clock}>{children}</ClockContext>;
}
