import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { addMonths, monthEnd, monthStart, readWallDate, type WallDate } from '@stint/domain';
import { ActivityDot, colours, useFormats, useTexts } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { FilterMenu } from '../components/filter-menu.tsx';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { PeriodNavigator } from '../components/period-navigator.tsx';
import { useOverlays } from '../shell/overlays-context.ts';
import { monthTexts } from '../texts/month/texts.ts';
import { useWeekCommands } from '../weeks/use-week-commands.ts';
import { totalBetween } from '../worklogs/totals.ts';
import { MonthGrid } from './grid.tsx';
import { MONTH_KEYS } from './month-keys.ts';
import { useMonth } from './use-month.ts';

const useStyles = makeStyles({
  total: { color: colours.dim, whiteSpace: 'nowrap' },
});

const route = getRouteApi('/signed-in/month');

/** Month: every day’s total, every week’s total with its approval state, and the way to submit it. */
export function MonthPage() {
  const styles = useStyles();
  const texts = useTexts(monthTexts);
  const formats = useFormats();
  const { open } = useOverlays();
  const { day } = route.useSearch();
  const navigate = route.useNavigate();
  const today = formats.today();
  const month = monthStart(readWallDate(day ?? '') ?? today);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { worklogs, weeks, weeksKey, totals, activityTypes } = useMonth(month, chosen);
  const command = useWeekCommands(weeksKey);
  const goTo = useCallback(
    (date: WallDate) => void navigate({ search: date === today ? {} : { day: date }, replace: true }),
    [navigate, today],
  );
  const move = useCallback(
    (step: -1 | 0 | 1) => goTo(step === 0 ? today : addMonths(month, step)),
    [goTo, month, today],
  );
  const total = totalBetween(totals, month, monthEnd(month));
  return (
    <Page
      action={
        <Button appearance="primary" icon={<Add16Regular />} onClick={() => open({ kind: 'add' })}>
          {texts.addTime}
        </Button>
      }
      beside={
        <>
          <PeriodNavigator
            isCurrent={monthStart(today) === month}
            name={formats.month(month)}
            onMove={move}
          />
          {worklogs.data && (
            <span className={styles.total}>
              {texts.total} <b>{formats.length(total)}</b>
            </span>
          )}
        </>
      }
      title={texts.title}
      tools={
        activityTypes.length > 1 && (
          <FilterMenu
            chosen={chosen}
            name={texts.activityTypes}
            onChange={setChosen}
            options={activityTypes.map(({ id, name, color }) => ({
              id,
              name,
              icon: <ActivityDot color={color} />,
            }))}
          />
        )
      }
    >
      <Loaded
        query={worklogs}
        skeleton={
          <div aria-busy aria-label={texts.loading} role="status">
            <div aria-hidden inert>
              <MonthGrid isWaiting month={month} onCommand={command} onLeave={goTo} today={today} />
            </div>
          </div>
        }
        what={texts.theMonth}
      >
        {() => (
          <MonthGrid
            month={month}
            onCommand={command}
            onLeave={goTo}
            today={today}
            totals={totals}
            weeks={weeks.data ?? []}
          />
        )}
      </Loaded>
      <KeyHints
        hints={[
          { keys: MONTH_KEYS.move.slice(0, 4), name: texts.keyMove },
          { keys: MONTH_KEYS.open, name: texts.keyOpen },
          { keys: [...MONTH_KEYS.earlier, ...MONTH_KEYS.later], name: texts.keyMonth },
        ]}
      />
    </Page>
  );
}
