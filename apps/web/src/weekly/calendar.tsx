import { makeStyles } from '@fluentui/react-components';
import type { CalendarEvent } from '@stint/contract';
import { dayOf, toWallTime, type WallDate } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useHiddenStyles } from '../components/use-hidden-styles.ts';
import { useOverlays } from '../shell/overlays-context.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { totalsByDay } from '../worklogs/totals.ts';
import type { CalendarActs } from './calendar-acts.ts';
import { DayHead } from './calendar-head.tsx';
import { DayColumn } from './day-column.tsx';
import type { CalendarEntry } from './entry.ts';
import { GUTTER_PIXELS } from './geometry.ts';
import { type Held, withHeld } from './held.ts';
import { Hours } from './hours.tsx';
import { type Cursor, isShown, stopAt, stopsOf } from './keys/stops.ts';
import { columnsOf } from './layout/columns.ts';
import { clockOf, nearest, placeBetween } from './layout/place.ts';
import { UntimedLane } from './untimed-lane.tsx';
import { useActivityColours } from './use-activity-colours.ts';
import { useCalendarKeys } from './use-calendar-keys.ts';
import { useDrag } from './use-drag.ts';
import type { EntryActs } from './use-entry-acts.ts';
import { useFocusedStop } from './use-focused-stop.ts';
import type { Lock } from './use-locks.ts';
import { useNow } from './use-now.ts';
import { useRunning } from './use-running.ts';
import { useScrollStart } from './use-scroll-start.ts';
import type { TimeDialogs } from './use-time-dialogs.ts';
import type { WeekView } from './use-week-view.ts';

const useStyles = makeStyles({
  frame: {
    position: 'relative',
    height: 'max(360px, calc(100dvh - 196px))',
    overflowY: 'auto',
    overflowX: 'hidden',
    overscrollBehavior: 'contain',
    scrollPaddingTop: '84px',
    scrollPaddingBottom: '12px',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    userSelect: 'none',
    '@media (max-width: 720px)': { height: 'max(360px, calc(100dvh - 336px))' },
  },
  row: { display: 'grid' },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 6,
    backgroundColor: colours.panel,
    borderBottom: `1px solid ${colours.line}`,
  },
  corner: {
    padding: '6px 8px',
    fontSize: '11px',
    lineHeight: '14px',
    textAlign: 'right',
    color: colours.dim,
  },
});

interface CalendarProps {
  readonly view: WeekView;
  readonly entries: readonly CalendarEntry[];
  readonly events: readonly CalendarEvent[];
  readonly lockOf: (date: WallDate) => Lock | null;
  readonly acts: EntryActs;
  readonly dialogs: TimeDialogs;
}

/** Days as columns with their hours, and everything one can do there by mouse and by keys. */
export function Calendar({ view, entries, events, lockOf, acts: entryActs, dialogs }: CalendarProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const { timeZone: zone } = formats.settings;
  const { days, today } = view;
  const hintId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const now = useNow();
  const running = useRunning();
  const { isOpen } = useOverlays();
  const colourOf = useActivityColours();
  const [held, setHeld] = useState<Held | null>(null);
  const [said, say] = useState('');
  const [cursor, setCursor] = useState<Cursor>(() => ({
    date: today,
    clock: clockOf(toWallTime(now, zone)),
    key: null,
  }));

  const shown = useMemo(() => withHeld(entries, held), [entries, held]);
  const columns = useMemo(() => {
    const track = running && { since: running.since, length: Math.round((now - running.since) / 1000) };
    return columnsOf(days, { entries: shown, events, running: track }, zone);
  }, [days, shown, events, running, now, zone]);
  const totals = useMemo(
    () =>
      totalsByDay(
        shown.map(({ start, length }) => ({ timestamp: start, length })),
        zone,
      ),
    [shown, zone],
  );
  const stops = useMemo(() => columns.map(stopsOf), [columns]);
  const inView = isShown(cursor.date, days) ? cursor : { ...cursor, date: days[0] ?? today, key: null };
  const stop = stopAt(stops, inView);
  const focused = useFocusedStop(frame, stop?.key ?? null);
  const entryOf = (id: string) => entries.find((entry) => entry.id === id) ?? null;

  const go = (next: Cursor) => {
    setCursor(next);
    if (!isShown(next.date, days)) view.goTo(next.date);
  };
  /** The cursor stays with an entry that is moved, and at its place when it goes from there. */
  const follow = (id: string, start: CalendarEntry['start']) => {
    const date = dayOf(start);
    setCursor({ date, clock: clockOf(start), key: `${id} ${date}` });
  };
  const acts: CalendarActs = {
    open: (entry) => {
      keys.settle();
      dialogs.edit(entry.id, entry.workItem);
    },
    book: ({ start, length, title }) =>
      dialogs.add(
        { start: start.slice(0, 19) as CalendarEntry['start'], hasClockTime: true, length },
        { comment: title },
      ),
    addAt: (date, clock) => {
      const at = { date, clock: nearest(clock, 300) };
      const place = placeBetween(at, { date, clock: at.clock + 1800 }, zone);
      if (place && !entryActs.isRefused(date)) dialogs.add(place);
    },
    focus: (date, clock, key) => {
      if (key !== null && key === stop?.key) return;
      setCursor({ date, clock, key });
      if (key === null) focused.enter();
    },
  };
  const keys = useCalendarKeys({
    zone,
    stops,
    stop,
    held,
    entryOf,
    acts,
    entryActs,
    onGo: go,
    onHold: setHeld,
    onSay: say,
  });
  const drag = useDrag({
    frame,
    body,
    head,
    days,
    zone,
    entryOf,
    onHold: (next) => {
      setHeld(next);
      const entry = next?.entry ?? held?.entry;
      if (entry) follow(entry.id, next === null || next.isCopy ? entry.start : next.place.start);
    },
    onDrop: ({ entry, place, isCopy }) => {
      if (entry === null) {
        if (entryActs.isRefused(dayOf(place.start))) setHeld(null);
        else dialogs.add(place);
        return;
      }
      setHeld(null);
      if (isCopy) entryActs.copy(entry, place);
      else entryActs.move(entry, place);
    },
  });

  // What was marked stays marked as long as the dialog asks about it.
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) setHeld(null);
    wasOpen.current = isOpen;
  }, [isOpen]);
  useScrollStart(frame, columns, days[0] ?? today);

  const template = { gridTemplateColumns: `${GUTTER_PIXELS}px repeat(${days.length}, minmax(0, 1fr))` };
  const hasUntimed = columns.some(({ untimed, wholeDay }) => untimed.length > 0 || wholeDay.length > 0);
  return (
    <div
      aria-label={texts.calendarOf({ period: formats.days(view.from, view.to) })}
      className={styles.frame}
      onBlur={(event) => {
        focused.onBlur();
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) keys.settle();
      }}
      onFocus={focused.onFocus}
      onKeyDown={keys.onKeyDown}
      ref={frame}
      role="group"
      {...drag.handlers}
    >
      <span className={hidden.text} id={hintId}>
        {texts.entryHint}
      </span>
      <span aria-live="polite" className={hidden.text}>
        {said}
      </span>
      <div className={styles.head} ref={head}>
        <div className={styles.row} style={template}>
          <span />
          {columns.map(({ date, isWeekend }) => (
            <DayHead
              date={date}
              isToday={date === today}
              isWeekend={isWeekend}
              key={date}
              lock={lockOf(date)}
              seconds={totals.get(date) ?? 0}
            />
          ))}
        </div>
        {hasUntimed && (
          <div className={styles.row} style={template}>
            <span className={styles.corner}>{texts.anyTime}</span>
            {columns.map((column) => (
              <UntimedLane
                acts={acts}
                column={column}
                heldId={held?.entry?.id ?? null}
                hintId={hintId}
                key={column.date}
                stop={stop}
              />
            ))}
          </div>
        )}
      </div>
      <div className={styles.row} ref={body} style={template}>
        <Hours />
        {columns.map((column) => (
          <DayColumn
            acts={acts}
            colourOf={colourOf}
            column={column}
            held={held}
            hintId={hintId}
            isLocked={lockOf(column.date) !== null}
            key={column.date}
            now={column.date === today ? clockOf(toWallTime(now, zone)) : null}
            runningName={running?.what ?? ''}
            stop={stop?.date === column.date ? stop : null}
          />
        ))}
      </div>
    </div>
  );
}
