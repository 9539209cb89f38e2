import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { addDays, APPROVAL_STATE } from '@stint/domain';
import { colours, richText, useFormats, useTexts } from '@stint/ui';
import { useMemo } from 'react';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { PeriodNavigator } from '../components/period-navigator.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StatePill } from '../components/state-pill.tsx';
import { useOverlays } from '../shell/overlays-context.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { useWeekCommands } from '../weeks/use-week-commands.ts';
import { firstDayOf } from '../weeks/use-weeks.ts';
import { totalBetween, totalsByDay } from '../worklogs/totals.ts';
import { Calendar } from './calendar.tsx';
import { CALENDAR_KEYS } from './keys/calendar-keys.ts';
import { withPending } from './pending.ts';
import { SpanChoice } from './span-choice.tsx';
import { useEntryActs } from './use-entry-acts.ts';
import { useEntryWrites } from './use-entry-writes.ts';
import { useLocks } from './use-locks.ts';
import { useTimeDialogs } from './use-time-dialogs.ts';
import { useWeekData } from './use-week-data.ts';
import { useWeekView } from './use-week-view.ts';

const useStyles = makeStyles({
  frame: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
  total: { color: colours.dim, whiteSpace: 'nowrap' },
  sum: { color: colours.ink },
  note: { margin: 0, color: colours.dim },
  fault: { margin: 0, color: colours.fault, overflowWrap: 'anywhere' },
});

/** Week: one’s days as columns of hours, to book, move and resize time in (product.md, Time pages). */
export function WeeklyPage() {
  const styles = useStyles();
  const texts = useTexts(weeklyTexts);
  const formats = useFormats();
  const { open } = useOverlays();
  const view = useWeekView();
  const { from, to, week, count } = view;
  const data = useWeekData(from, to);
  const command = useWeekCommands(data.weeksKey);
  const lockOf = useLocks(data.weeks, command);
  const dialogs = useTimeDialogs();
  const writes = useEntryWrites(data.entries.dataUpdatedAt);
  const entries = useMemo(
    () => withPending(data.entries.data ?? [], writes.pending),
    [data.entries.data, writes.pending],
  );
  const acts = useEntryActs({ entries, writes, lockOf, dialogs });
  const approval = data.weeks.find((each) => firstDayOf(each) === week) ?? null;
  const total = useMemo(() => {
    const totals = totalsByDay(
      entries.map(({ start, length }) => ({ timestamp: start, length })),
      formats.settings.timeZone,
    );
    return totalBetween(totals, week, addDays(week, 6));
  }, [entries, week, formats]);
  return (
    <Page
      action={
        <Button
          appearance="primary"
          icon={<Add16Regular />}
          onClick={() => open(view.isCurrent ? { kind: 'add' } : { kind: 'add', date: from })}
        >
          {texts.addTime}
        </Button>
      }
      beside={
        <>
          <PeriodNavigator
            isCurrent={view.isCurrent}
            name={count === 1 ? formats.day(from, 'weekday') : formats.days(from, to)}
            onMove={view.move}
          />
          <span className={styles.total}>
            {texts.weekTotal}{' '}
            <b className={styles.sum} data-week-total="">
              {formats.length(total)}
            </b>
            {data.goal !== null && ` ${texts.ofGoal({ goal: formats.length(data.goal) })}`}
          </span>
          {approval && (
            <StatePill
              isLocked={approval.lock === 'locked' || approval.lock === 'lockedByAge'}
              state={approval.approvalState}
            />
          )}
        </>
      }
      title={texts.title}
      tools={
        <>
          <SpanChoice count={count} onChoose={view.choose} />
          {approval && approval.mayBeSubmitted && (
            <Button onClick={() => command({ kind: 'submit', week: approval })}>{texts.submitWeek}</Button>
          )}
          {approval?.approvalState === APPROVAL_STATE.submitted && (
            <Button onClick={() => command({ kind: 'revoke', week: approval })}>{texts.revokeWeek}</Button>
          )}
        </>
      }
    >
      {approval?.comment && approval.approvalState === APPROVAL_STATE.reopened && (
        <p className={styles.fault}>{texts.rejectedBecause({ comment: approval.comment })}</p>
      )}
      {data.events.faults.map(({ calendarId, message }) => (
        <p className={styles.note} key={calendarId} role="status">
          {texts.calendarFault({ reason: message })}
        </p>
      ))}
      <Loaded
        query={data.entries}
        skeleton={
          <div className={styles.frame}>
            <SkeletonRows label={texts.loading} rows={14} />
          </div>
        }
        what={texts.theWeek}
      >
        {() => (
          <>
            {total === 0 && <p className={styles.note}>{richText(texts.hintEmpty, { key: <kbd>N</kbd> })}</p>}
            <Calendar
              acts={acts}
              dialogs={dialogs}
              entries={entries}
              events={data.events.events}
              lockOf={lockOf}
              view={view}
            />
          </>
        )}
      </Loaded>
      <KeyHints
        hints={[
          { keys: [...CALENDAR_KEYS.moveDays, ...CALENDAR_KEYS.move], name: texts.keyMove },
          { keys: CALENDAR_KEYS.end, name: texts.keyEnd },
          { keys: CALENDAR_KEYS.open, name: texts.keyOpen },
          { keys: CALENDAR_KEYS.add, name: texts.keyAdd },
          { keys: CALENDAR_KEYS.duplicate, name: texts.keyCopy },
          { keys: CALENDAR_KEYS.remove, name: texts.keyDelete },
        ]}
        more={[
          { keys: CALENDAR_KEYS.go, name: texts.keyGo },
          { keys: CALENDAR_KEYS.start, name: texts.keyStart },
          { keys: CALENDAR_KEYS.copy, name: texts.keyTake },
          { keys: CALENDAR_KEYS.paste, name: texts.keyPaste },
          { keys: CALENDAR_KEYS.giveUp, name: texts.keyGiveUp },
        ]}
      />
    </Page>
  );
}
