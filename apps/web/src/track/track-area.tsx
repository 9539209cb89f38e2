import { ApiError } from '@stint/client';
import { NO_DRAFT, TrackBar, type TrackSubject, useRunningLength } from '@stint/ui';
import { useMemo } from 'react';
import { useErrorText } from '../api/message.ts';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { type Clock, useClock } from './clock.tsx';
import { useFavouritesFirst } from './favourites-first.ts';
import { isRunning, type TrackSnapshot } from './foresee.ts';
import { givenBack, isTrackDraft } from './track-draft.ts';
import { TrackNotices } from './track-notices.tsx';
import { useLive } from './use-live.ts';
import { useTrack } from './use-track.ts';
import { useWorkItemSearch } from './use-work-item-search.ts';

/** The track bar with everything behind it: state from the server, commands to it, notices. */
export function TrackArea() {
  const { data: snapshot, error } = useTrack();
  useLive();
  const clock = useClock();
  const { command } = clock;
  const { mutate } = command;
  const search = useWorkItemSearch();
  const errorText = useErrorText();
  const running = useMemo(() => subjectOf(snapshot), [snapshot]);
  const lengthSeconds = useRunningLength(useMemo(() => serverLengthOf(snapshot), [snapshot]));
  const activity = snapshot?.state.settings.activityType;
  const activityTypes = useFavouritesFirst(activity?.activityTypes);
  const { organization } = usePersonalSettings();
  const draft = useDraft('track-bar', () => NO_DRAFT, isTrackDraft);
  const start = (subject: TrackSubject) => {
    const started = draft.value;
    const giveBack = () => draft.change((now) => givenBack(now, started));
    mutate(
      { kind: 'start', subject },
      {
        onSuccess: ({ trackSettings }) => trackSettings.responseState === 'Error' && giveBack(),
        onError: giveBack,
      },
    );
  };
  return (
    <>
      <TrackBar
        activityTypes={activity?.isEnabled ? activityTypes : []}
        defaultActivityTypeId={activity?.defaultActivity ?? ''}
        draft={draft.value}
        focusRequest={clock.focusRequest}
        isBillableByDefault={organization?.billableByDefault ?? false}
        lengthSeconds={lengthSeconds}
        onChange={(change) => mutate({ kind: 'change', change })}
        onDraft={draft.change}
        onStart={start}
        onStop={clock.stop}
        running={running}
        search={search}
      />
      <TrackNotices
        cutOff={error && { refusal: refusalIn(error) }}
        onCommand={mutate}
        onDismissRefusal={() => command.reset()}
        refusal={refusalOf(command, errorText)}
        snapshot={snapshot}
      />
    </>
  );
}

/** What the server says when it answers but gives no state, as in maintenance; null when it does not answer as it should. */
function refusalIn(error: Error): string | null {
  if (!(error instanceof ApiError) || error.status === 0) return null;
  return error.code === 'UnexpectedError' || error.code === 'UnknownError' ? null : error.message;
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

function refusalOf(command: Clock['command'], errorText: (error: unknown) => string) {
  if (command.isError) return { kind: 'fault', text: errorText(command.error) } as const;
  const { responseState, responseMessage } = command.data?.trackSettings ?? {};
  if (!responseMessage || responseState === 'OK') return null;
  return { kind: responseState === 'Warning' ? 'warning' : 'fault', text: responseMessage } as const;
}
