import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../api/client.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import { sendCommand, type TrackCommand } from './commands.ts';
import { foresee, type TrackSnapshot } from './foresee.ts';
import { TRACK_KEY } from './track-key.ts';
import { trackQuery } from './track-query.ts';

/** The state of the clock. */
export function useTrack() {
  return useQuery(trackQuery(useClient(), useQueryClient()));
}

/** Sends commands to the clock one after the other; the page shows the outcome at once and takes it back when the command fails. */
export function useTrackCommand() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    scope: { id: 'track' },
    mutationFn: (command: TrackCommand) => sendCommand(client, command),
    onMutate: async (command) => {
      await queryClient.cancelQueries({ queryKey: TRACK_KEY });
      const before = queryClient.getQueryData<TrackSnapshot>(TRACK_KEY);
      if (before) queryClient.setQueryData(TRACK_KEY, foresee(before, command, performance.now()));
      return { before };
    },
    onSuccess: (state) => {
      queryClient.setQueryData(TRACK_KEY, { state, receivedAt: performance.now() });
    },
    onError: (_error, _command, made) => {
      if (made?.before) queryClient.setQueryData(TRACK_KEY, made.before);
    },
    onSettled: (_state, _error, command) => {
      if (command.kind === 'start' || command.kind === 'stop') {
        return queryClient.invalidateQueries({ queryKey: WORKLOGS_KEY });
      }
      return undefined;
    },
  });
}
