import { calls, type WorkLog } from '@stint/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '../api/client.ts';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { randomId } from '../api/uuid.ts';
import { WORKLOGS_KEY } from '../worklogs/worklogs-key.ts';
import { changeOf, type Entry, newWorklogOf } from './entry.ts';

/** Saves the dialog's entry: as a new worklog, or as a change of `before`. */
export function useSaveEntry(before: WorkLog | null, onSaved: () => void) {
  const client = useClient();
  const queryClient = useQueryClient();
  const [id] = useState(randomId);
  const isBillableByDefault = usePersonalSettings().organization?.billableByDefault ?? false;
  return useMutation({
    mutationFn: (entry: Entry) =>
      before === null
        ? client.call(calls.addWorkLog, { body: newWorklogOf(entry, id, isBillableByDefault) })
        : client.call(calls.changeWorkLog, { params: { id: before.id }, body: changeOf(before, entry) }),
    onSuccess: () => {
      onSaved();
      return queryClient.invalidateQueries({ queryKey: WORKLOGS_KEY });
    },
  });
}
