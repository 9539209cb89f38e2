import { dayOf } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { useToast } from '../toasts/toast-provider.tsx';
import type { CalendarActs } from './calendar-acts.ts';
import { type CalendarEntry, instantsOf, isSamePlace, type Place } from './entry.ts';
import type { Held } from './held.ts';
import { type CalendarWish, readCalendarKey } from './keys/read-calendar-key.ts';
import { cursorAfter, type Cursor, type Stop } from './keys/stops.ts';
import { begunBy, clockOf, endedBy, movedBy, movedDays, movedTo } from './layout/place.ts';
import type { EntryActs } from './use-entry-acts.ts';
import { usePlaceText } from './use-place-text.ts';

/** How long a moved entry waits for the next key before it is sent, in milliseconds. */
const REST = 700;
/** When an entry without a time of day gets one by a key. */
const MORNING = 9 * 3600;

interface KeySetting {
  readonly zone: string;
  readonly stops: readonly (readonly Stop[])[];
  readonly stop: Stop | null;
  readonly held: Held | null;
  readonly entryOf: (id: string) => CalendarEntry | null;
  readonly acts: CalendarActs;
  readonly entryActs: EntryActs;
  readonly onGo: (cursor: Cursor) => void;
  readonly onHold: (held: Held | null) => void;
  /** Says something to who does not see it. */
  readonly onSay: (text: string) => void;
}

/** Everything that keys do in the calendar. A moved entry is sent once the keys rest, or the calendar is left. */
export function useCalendarKeys(setting: KeySetting) {
  const { zone, stops, stop, held, entryOf, acts, entryActs, onGo, onHold, onSay } = setting;
  const toast = useToast();
  const texts = useTexts(weeklyTexts);
  const placeText = usePlaceText();
  const [copied, setCopied] = useState<CalendarEntry | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<Held | null>(null);
  latest.current = held;

  const settle = useRef(() => {});
  settle.current = () => {
    clearTimeout(timer.current);
    const now = latest.current;
    if (!now?.entry) return;
    onHold(null);
    entryActs.move(now.entry, now.place);
  };
  useEffect(() => () => settle.current(), []);

  const entry = stop?.kind === 'entry' ? entryOf(stop.id) : null;

  const hold = (to: Place): void => {
    if (!entry || entryActs.isRefused(dayOf(entry.start), dayOf(to.start))) return;
    const original = held?.entry?.id === entry.id ? held.entry : entry;
    onHold(isSamePlace(original, to) ? null : { entry: original, place: to, isCopy: false });
    onGo({ date: dayOf(to.start), clock: clockOf(to.start), key: `${entry.id} ${dayOf(to.start)}` });
    onSay(placeText(to));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle.current(), REST);
  };
  const changed = (change: (place: Place) => Place): void => {
    if (entry) hold(change(held?.entry?.id === entry.id ? held.place : entry));
  };

  const act = (wish: CalendarWish): void => {
    switch (wish.kind) {
      case 'move':
        changed((place) => {
          if (place.hasClockTime) return movedBy(place, wish.by, zone);
          return movedTo(place, { date: dayOf(place.start), clock: MORNING }, zone);
        });
        break;
      case 'moveDays':
        changed((place) => movedDays(place, wish.days, zone));
        break;
      case 'end':
        changed((place) => endedBy(place, wish.by));
        break;
      case 'start':
        changed((place) => (place.hasClockTime ? begunBy(place, wish.by, zone) : place));
        break;
      case 'open':
        if (entry) acts.open(entry);
        break;
      case 'remove':
        if (entry) entryActs.remove(entry);
        break;
      case 'add':
        if (stop) acts.addAt(stop.date, addingClock(stop));
        break;
      case 'copy':
        if (!entry) break;
        setCopied(entry);
        toast({ text: texts.inClipboard });
        break;
      case 'paste':
        if (copied && stop) goToCopy(copied, pastedAt(copied, stop, zone));
        break;
      case 'duplicate':
        if (entry) goToCopy(entry, behind(entry, zone));
        break;
      default:
        break;
    }
  };
  const goToCopy = (source: CalendarEntry, to: Place): void => {
    const id = entryActs.copy(source, to);
    const date = dayOf(to.start);
    if (id !== null) onGo({ date, clock: clockOf(to.start), key: `${id} ${date}` });
  };

  return {
    settle: () => settle.current(),
    onKeyDown: (event: KeyboardEvent): void => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.defaultPrevented || !stop || target?.dataset['stop'] === undefined) return;
      const wish = readCalendarKey(event);
      if (wish === null) return;
      // What is not an entry is a button, which knows Enter itself.
      if (wish.kind === 'open' && !entry) return;
      if (wish.kind === 'copy' && !entry) return;
      if (wish.kind === 'giveUp' && !held) return;
      event.preventDefault();
      if (wish.kind === 'giveUp') {
        clearTimeout(timer.current);
        onHold(null);
        if (held?.entry)
          onGo({
            date: dayOf(held.entry.start),
            clock: 0,
            key: `${held.entry.id} ${dayOf(held.entry.start)}`,
          });
        return;
      }
      const isMoving = ['move', 'moveDays', 'end', 'start'].includes(wish.kind);
      if (held && !isMoving) settle.current();
      if (wish.kind === 'go') {
        const cursor = cursorAfter(wish.key, stop, stops);
        if (cursor) onGo(cursor);
      } else act(wish);
    },
  };
}

/** Where N adds: at a free half hour, right behind an entry, on top where there is no time of day at nine. */
function addingClock({ kind, from, to }: Stop): number {
  if (from < 0) return MORNING;
  return kind === 'slot' ? from : Math.min(to, 85_500);
}

function pastedAt(copied: CalendarEntry, stop: Stop, zone: string): Place {
  if (!copied.hasClockTime) return { ...copied, start: `${stop.date}T00:00:00` as Place['start'] };
  return movedTo(copied, { date: stop.date, clock: addingClock(stop) }, zone);
}

/** The place right behind an entry; one without a time of day stays on its day. */
function behind(entry: CalendarEntry, zone: string): Place {
  if (!entry.hasClockTime) return entry;
  const [from, to] = instantsOf(entry, zone);
  return movedBy(entry, Math.round((to - from) / 1000), zone);
}
