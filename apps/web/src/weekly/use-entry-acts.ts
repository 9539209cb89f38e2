import { ApiError } from '@stint/client';
import { dayOf, type WallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { useErrorText } from '../api/message.ts';
import { randomId } from '../api/uuid.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { type Toast, useToast } from '../toasts/toast-provider.tsx';
import { type CalendarEntry, isSamePlace, type Place } from './entry.ts';
import { freePlace } from './layout/free-place.ts';
import { copyOf, moveOf } from './new-entry.ts';
import type { EntryWrites } from './use-entry-writes.ts';
import type { Lock } from './use-locks.ts';
import type { TimeDialogs } from './use-time-dialogs.ts';
import { usePlaceText } from './use-place-text.ts';

interface Setting {
  readonly entries: readonly CalendarEntry[];
  readonly writes: EntryWrites;
  readonly lockOf: (date: WallDate) => Lock | null;
  readonly dialogs: TimeDialogs;
}

export interface EntryActs {
  readonly move: (entry: CalendarEntry, to: Place) => void;
  /** Books the entry again at another place; gives the id of the copy, null where the week is locked. */
  readonly copy: (entry: CalendarEntry, to: Place) => string | null;
  readonly remove: (entry: CalendarEntry) => void;
  /** Says why time of these days cannot be changed; false where it can. */
  readonly isRefused: (...dates: readonly WallDate[]) => boolean;
}

/** What one can do with entries without a dialog. Each shows at once, can be undone, and is taken back with a way out when it is refused. */
export function useEntryActs({ entries, writes, lockOf, dialogs }: Setting): EntryActs {
  const toast = useToast();
  const texts = useTexts(weeklyTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const placeText = usePlaceText();
  const { timeZone } = formats.settings;

  const isRefused = (...dates: readonly WallDate[]) => {
    const lock = dates.map(lockOf).find((found) => found !== null);
    if (lock) toast({ text: lock.reason, action: lock.wayOut });
    return lock !== undefined;
  };

  const settle = async (
    sent: Promise<Error | null>,
    done: Toast,
    wayOut: (error: Error) => Toast['action'],
  ): Promise<void> => {
    const error = await sent;
    if (error === null) toast(done);
    else {
      const action = wayOut(error);
      toast({ text: common.changeRefused({ reason: errorText(error) }), ...(action && { action }) });
    }
  };

  const undo = (run: () => void) => ({ name: common.undo, run });

  /** Where else it could be, where another entry is in the way; the week’s own way out; else the dialog. */
  const wayOutOf = (error: Error, id: string, to: Place, retry: (place: Place) => void, edit: () => void) => {
    if (!(error instanceof ApiError) || error.status === 0)
      return { name: common.tryAgain, run: () => retry(to) };
    if (error.code === 'ApprovalStateFailed')
      return lockOf(dayOf(to.start))?.wayOut ?? { name: texts.showWeeks, run: dialogs.showWeeks };
    const free = /overlap/i.test(error.message)
      ? freePlace(
          to,
          entries.filter((entry) => entry.id !== id),
          timeZone,
        )
      : null;
    if (free !== null && !isSamePlace(free, to))
      return { name: texts.putAt({ place: formats.time(free.start) }), run: () => retry(free) };
    return { name: texts.edit, run: edit };
  };

  const move = (entry: CalendarEntry, to: Place): void => {
    if (isSamePlace(entry, to) || isRefused(dayOf(entry.start), dayOf(to.start))) return;
    const { entry: after, body } = moveOf(entry, to);
    void settle(
      writes.send({ id: entry.id, after, write: { kind: 'change', id: entry.id, body } }),
      {
        text: texts.moved({ place: placeText(to) }),
        action: undo(() => restoreBefore(entry, after)),
      },
      (error) =>
        wayOutOf(
          error,
          entry.id,
          to,
          (place) => move(entry, place),
          () => dialogs.edit(entry.id, entry.workItem),
        ),
    );
  };

  const restoreBefore = (entry: CalendarEntry, after: CalendarEntry): void => {
    const { body } = moveOf(after, entry);
    const whole = { ...body, ...(entry.billableLength !== null && { billableLength: entry.billableLength }) };
    void settle(
      writes.send({ id: entry.id, after: entry, write: { kind: 'change', id: entry.id, body: whole } }),
      { text: texts.movedBack({ place: placeText(entry) }) },
      () => ({ name: texts.edit, run: () => dialogs.edit(entry.id, entry.workItem) }),
    );
  };

  const add = (entry: CalendarEntry, to: Place, id: string): void => {
    const { entry: after, body } = copyOf(entry, to, id);
    void settle(
      writes.send({ id, after, write: { kind: 'add', body } }),
      { text: texts.copied({ place: placeText(to) }), action: undo(() => take(after)) },
      (error) =>
        wayOutOf(
          error,
          id,
          to,
          (place) => add(entry, place, randomId()),
          () => dialogs.add(to, { workItem: entry.workItem, comment: entry.comment }),
        ),
    );
  };

  const take = (entry: CalendarEntry): void => {
    void settle(
      writes.send({ id: entry.id, after: null, write: { kind: 'remove', id: entry.id } }),
      { text: texts.deleted({ length: formats.length(entry.length) }), action: undo(() => giveBack(entry)) },
      () => ({ name: common.tryAgain, run: () => take(entry) }),
    );
  };

  const giveBack = (entry: CalendarEntry): void => {
    void settle(
      writes.send({ id: entry.id, after: entry, write: { kind: 'restore', id: entry.id } }),
      { text: texts.restored },
      () => ({ name: common.tryAgain, run: () => giveBack(entry) }),
    );
  };

  return {
    move,
    copy: (entry, to) => {
      if (isRefused(dayOf(to.start))) return null;
      const id = randomId();
      add(entry, to, id);
      return id;
    },
    remove: (entry) => {
      if (!isRefused(dayOf(entry.start))) take(entry);
    },
    isRefused,
  };
}
