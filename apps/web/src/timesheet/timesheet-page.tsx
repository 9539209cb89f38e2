import { Button, makeStyles } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { APPROVAL_STATE } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { PeriodNavigator } from '../components/period-navigator.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StatePill } from '../components/state-pill.tsx';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { useWeekCommands } from '../weeks/use-week-commands.ts';
import { firstDayOf, ownWeeksKey, useOwnWeeks } from '../weeks/use-weeks.ts';
import { RowsMenu } from './rows-menu.tsx';
import { Sheet } from './sheet.tsx';
import { useCopyWeek } from './use-copy-week.ts';
import { useSheetView } from './use-sheet-view.ts';
import { useTimesheet } from './use-timesheet.ts';
import { WeekAction } from './week-action.tsx';

const useStyles = makeStyles({
  frame: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
  comment: { margin: 0, color: colours.fault, overflowWrap: 'anywhere' },
});

/** Timesheet: work items by days to type into, with the state of the week and the way to submit it (product.md, Time pages). */
export function TimesheetPage() {
  const styles = useStyles();
  const texts = useTexts(timesheetTexts);
  const formats = useFormats();
  const { organization } = usePersonalSettings();
  const view = useSheetView();
  const { from, to, span, choice } = view;
  const timesheet = useTimesheet(from, to, choice);
  const weeks = useOwnWeeks(from, to, organization?.approvalsEnabled ?? false);
  const command = useWeekCommands(ownWeeksKey(from, to));
  const copyWeek = useCopyWeek(() =>
    view.choose({
      ...choice,
      filters: [...choice.filters.filter((each) => !each.startsWith('weeks')), 'weeks1'],
    }),
  );
  const isWeek = span === 'week';
  const week = (isWeek && weeks.data?.find((each) => firstDayOf(each) === from)) || null;
  const isLocked = week !== null && week.lock !== null;
  return (
    <Page
      action={week && <WeekAction onCommand={command} week={week} />}
      beside={
        <>
          <PeriodNavigator
            isCurrent={view.isCurrent}
            name={isWeek ? formats.days(from, to) : formats.month(from)}
            onMove={view.move}
          />
          {week && (
            <StatePill
              isLocked={week.lock === 'locked' || week.lock === 'lockedByAge'}
              state={week.approvalState}
              {...(week.submitRefusal !== null && { title: week.submitRefusal })}
            />
          )}
        </>
      }
      title={texts.title}
      tools={
        <>
          <RowsMenu choice={choice} onChoice={view.choose} onSpan={view.setSpan} span={span} />
          {isWeek && !isLocked && (
            <Button
              disabled={copyWeek.isPending}
              icon={<Copy16Regular />}
              onClick={() => copyWeek.mutate(from)}
            >
              {texts.copyLastWeek}
            </Button>
          )}
        </>
      }
    >
      {week?.comment && week.approvalState === APPROVAL_STATE.reopened && (
        <p className={styles.comment}>{texts.rejectedBecause({ comment: week.comment })}</p>
      )}
      <Loaded
        query={timesheet}
        skeleton={
          <div className={styles.frame}>
            <SkeletonRows label={texts.loading} rows={10} />
          </div>
        }
        what={texts.theTimesheet}
      >
        {(data) => (
          <Sheet
            goal={isWeek ? (organization?.reminderWeeklyLength ?? null) : null}
            key={span}
            onPeriod={view.move}
            sheet={data}
            updatedAt={timesheet.dataUpdatedAt}
            weeks={weeks.data ?? []}
          />
        )}
      </Loaded>
    </Page>
  );
}
