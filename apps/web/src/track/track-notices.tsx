import { Button } from '@fluentui/react-components';
import { richText, useTexts } from '@stint/ui';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { Banner } from '../components/banner.tsx';
import { shellTexts } from '../texts/shell/texts.ts';
import type { TrackCommand } from './commands.ts';
import { Countdown } from './countdown.tsx';
import type { TrackSnapshot } from './foresee.ts';
import { stopReason } from './stop-reasons.ts';

interface TrackNoticesProps {
  readonly snapshot: TrackSnapshot | undefined;
  /** Set when the last question to the server failed; with what the server said, where it did. */
  readonly cutOff: { readonly refusal: string | null } | null;
  /** What the server or the network said against the last command. */
  readonly refusal: { readonly kind: 'warning' | 'fault'; readonly text: string } | null;
  readonly onDismissRefusal: () => void;
  readonly onCommand: (command: TrackCommand) => void;
}

const LATER = [
  { option: 0, name: 'inOneHour' },
  { option: 1, name: 'tomorrow' },
  { option: 2, name: 'nextMonday' },
] as const;

/** What the person should know about the clock now: no connection, a refusal, the activity check, a stop by the server. */
export function TrackNotices({ snapshot, cutOff, refusal, onDismissRefusal, onCommand }: TrackNoticesProps) {
  const texts = useTexts(shellTexts);
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  const track = snapshot?.state.track;
  return (
    <>
      {!isOnline && <Banner kind="warning">{texts.offline}</Banner>}
      {isOnline && cutOff && <Banner kind="warning">{cutOff.refusal ?? texts.serverSilent}</Banner>}
      {refusal && (
        <Banner kind={refusal.kind} onDismiss={onDismissRefusal}>
          {refusal.text}
        </Banner>
      )}
      {track?.activityCheck.isRunning && (
        <Banner
          actions={
            <Button appearance="primary" onClick={() => onCommand({ kind: 'here' })}>
              {texts.iAmHere}
            </Button>
          }
          kind="warning"
        >
          {richText(texts.stillWorking, {
            time: (
              <Countdown receivedAt={snapshot?.receivedAt ?? 0} seconds={track.activityCheck.secondsLeft} />
            ),
          })}
        </Banner>
      )}
      {track?.trackingState === 'clientInputRequired' && (
        <Banner kind="warning" onDismiss={() => onCommand({ kind: 'here' })}>
          {texts[stopReason(track.stoppedTrackType)]}
        </Banner>
      )}
      {track?.trackingState === 'idleCheck' && (
        <Banner
          actions={LATER.map(({ option, name }) => (
            <Button key={option} onClick={() => onCommand({ kind: 'askLater', option })} size="small">
              {texts[name]}
            </Button>
          ))}
          kind="warning"
        >
          {texts.askAgain}
        </Banner>
      )}
    </>
  );
}
