import { Button, makeStyles } from '@fluentui/react-components';
import { addDays, weekStart } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { useSession } from '../api/session.ts';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { byChord, useRowKeys } from '../components/use-row-keys.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { useWeekCommands } from '../weeks/use-week-commands.ts';
import { firstDayOf, ownWeeksKey, useOwnWeeks } from '../weeks/use-weeks.ts';
import { OwnActs } from './own-acts.tsx';
import { OwnWeekRow } from './own-week-row.tsx';
import { WeekDetail } from './week-detail.tsx';
import { moveLine, WEEK_KEYS, WEEK_ROWS } from './week-keys.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '14px' },
  panel: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  more: { alignSelf: 'center' },
});

/** Weeks shown at first, and how many more at a time; the server answers 106 at most. */
const STEP = 13;
const MOST = 104;
/** Weeks ahead that are shown where they may be submitted in advance. */
const AHEAD = 2;

const route = getRouteApi('/signed-in/approvals/$list');

/** One’s own weeks, newest first, with their state and what can be done with each. */
export function OwnWeeks() {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const formats = useFormats();
  const { user } = useSession();
  const { organization } = usePersonalSettings();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [count, setCount] = useState(STEP);
  const box = useRef<HTMLUListElement>(null);
  const current = weekStart(formats.today(), formats.settings.weekRules.firstDay);
  const from = addDays(current, -7 * (count - 1));
  const to = addDays(current, organization?.approvalInAdvance ? 7 * AHEAD : 0);
  const weeks = useOwnWeeks(from, to, true);
  const command = useWeekCommands(ownWeeksKey(from, to));
  const byDay = (day: string) => weeks.data?.find((week) => firstDayOf(week) === day);
  const opened = search.person === user.id && search.week ? search.week : null;
  const openedWeek = opened === null ? undefined : byDay(opened);
  const submit = ({ dataset }: HTMLElement) => {
    const week = byDay(dataset['week'] ?? '');
    if (week?.mayBeSubmitted) command({ kind: 'submit', week });
  };
  useRowKeys(box, { ...WEEK_ROWS, acts: byChord([[WEEK_KEYS.submit, submit]]) });
  return (
    <>
      <Loaded
        query={weeks}
        skeleton={
          <div className={styles.panel}>
            <SkeletonRows label={texts.loading} rows={STEP} />
          </div>
        }
        what={texts.theWeeks}
      >
        {(found) => (
          <div className={styles.list}>
            <ul aria-label={texts.mine} className={styles.panel} ref={box}>
              {found.map((week) => (
                <OwnWeekRow key={week.weekStartDate} onCommand={command} week={week} />
              ))}
            </ul>
            {count < MOST && (
              <Button
                className={styles.more}
                disabled={weeks.isFetching}
                onClick={() => setCount(Math.min(count + STEP, MOST))}
              >
                {texts.loadMore}
              </Button>
            )}
          </div>
        )}
      </Loaded>
      <KeyHints
        hints={[
          moveLine(texts.keyMove),
          { keys: WEEK_KEYS.open, name: texts.keyOpen },
          { keys: WEEK_KEYS.submit, name: texts.keySubmit },
        ]}
      />
      {opened !== null && (
        <WeekDetail
          key={opened}
          onClose={() => void navigate({ search: {}, replace: true })}
          onStep={(step) => {
            const days = (weeks.data ?? []).map(firstDayOf);
            const next = days[days.findIndex((day) => day === opened) + step];
            if (next) void navigate({ search: { person: user.id, week: next }, replace: true });
          }}
          ownActs={openedWeek && <OwnActs onCommand={command} week={openedWeek} />}
          personId={user.id}
          start={opened}
        />
      )}
    </>
  );
}
