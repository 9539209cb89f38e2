import { TrackBar, useRunningLength } from '@stint/ui';
import { useCallback, useMemo, useState } from 'react';
import { messageOf } from '../api/message.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import { isRunning, type TrackSnapshot } from './foresee.ts';
import type { Shortcut } from './shortcuts.ts';
import { TrackNotices } from './track-notices.tsx';
import { useLastSubject } from './use-last-subject.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTrack, useTrackCommand } from './use-track.ts';
import { useWorkItemSearch } from './use-work-item-search.ts';

/** The track bar with everything behind it: state from the server, commands to it, shortcuts, notices. */
export function TrackArea() {
  const { data: snapshot, isError } = useTrack();
  const command = useTrackCommand();
  const { mutate } = command;
  const search = useWorkItemSearch();
  const lastSubject = useLastSubject();
  const toast = useToast();
  const [focusRequest, setFocusRequest] = useState(0);
  const running = useMemo(() => subjectOf(snapshot), [snapshot]);
  const lengthSeconds = useRunningLength(useMemo(() => serverLengthOf(snapshot), [snapshot]));
  const isOn = running !== null;

  const continueLast = useCallback(async () => {
    try {
      const subject = await lastSubject();
      if (subject) mutate({ kind: 'start', subject });
      else toast({ text: 'There is nothing to continue yet.' });
    } catch (error) {
      toast({ text: messageOf(error) });
    }
  }, [lastSubject, mutate, toast]);
  const onShortcut = useCallback(
    (shortcut: Shortcut) => {
      if (shortcut === 'new') setFocusRequest((count) => count + 1);
      else if (shortcut === 'continue') void continueLast();
      else if (isOn) mutate({ kind: 'stop' });
    },
    [isOn, mutate, continueLast],
  );
  useShortcuts(onShortcut);
  const activity = snapshot?.state.settings.activityType;
  return (
    <>
      <TrackBar
        activityTypes={activity?.isEnabled ? activity.activityTypes : []}
        defaultActivityTypeId={activity?.defaultActivity ?? ''}
        focusRequest={focusRequest}
        lengthSeconds={lengthSeconds}
        onChange={(change) => mutate({ kind: 'change', change })}
        onStart={(subject) => mutate({ kind: 'start', subject })}
        onStop={() => mutate({ kind: 'stop' })}
        running={running}
        search={search}
      />
      <TrackNotices
        isCutOff={isError}
        onCommand={mutate}
        onDismissRefusal={() => command.reset()}
        refusal={refusalOf(command)}
        snapshot={snapshot}
      />
    </>
  );
}

function subjectOf(snapshot: TrackSnapshot | undefined) {
  if (!snapshot || !isRunning(snapshot.state.track)) return null;
  const { workItem, tfsId, remark, activityTypeId } = snapshot.state.track;
  return { workItem, workItemId: tfsId, comment: remark, activityTypeId };
}

function serverLengthOf(snapshot: TrackSnapshot | undefined) {
  if (!snapshot || !isRunning(snapshot.state.track)) return null;
  const { currentTrackLength, currentTrackStartedDateTime } = snapshot.state.track;
  return {
    trackKey: currentTrackStartedDateTime ?? 'starting',
    lengthSeconds: currentTrackLength,
    receivedAt: snapshot.receivedAt,
  };
}

function refusalOf(command: ReturnType<typeof useTrackCommand>) {
  if (command.isError) return { kind: 'fault', text: messageOf(command.error) } as const;
  const { responseState, responseMessage } = command.data?.trackSettings ?? {};
  if (!responseMessage || responseState === 'OK') return null;
  return { kind: responseState === 'Warning' ? 'warning' : 'fault', text: responseMessage } as const;
}
