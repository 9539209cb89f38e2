import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import type { ReactNode } from 'react';
import { Loaded } from '../components/loaded.tsx';
import { SidePanel } from '../components/side-panel.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { actOf } from '../shell/keys/key-table.ts';
import { ROW_KEYS, stepOf } from '../shell/keys/shell-keys.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { ActButton } from './act-button.tsx';
import { Differences } from './differences.tsx';
import { type ManagedWeek, ofTimeWeek } from './managed-week.ts';
import { actsFor, type ManagerAct } from './manager-acts.ts';
import { useWeekDetail } from './use-week-detail.ts';
import { WEEK_KEYS } from './week-keys.ts';
import { WeekDays } from './worklogs-by-day.tsx';
import { WeekHead } from './week-head.tsx';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: '14px', paddingBottom: '8px' },
  acts: {
    position: 'sticky',
    bottom: '-12px',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    margin: '0 -16px -12px',
    padding: '12px 16px',
    borderTop: `1px solid ${colours.line}`,
    backgroundColor: colours.panel,
  },
});

/** Arrow keys scroll the details. */
const DETAIL_ROW_KEYS = { next: ROW_KEYS.next.slice(0, 1), back: ROW_KEYS.back.slice(0, 1) };

interface WeekDetailProps {
  readonly personId: string;
  /** The first day of the week. */
  readonly start: string;
  readonly onClose: () => void;
  /** To the next or the one before in the list. */
  readonly onStep?: (step: 1 | -1) => void;
  /** For managers. */
  readonly onAct?: (act: ManagerAct, week: ManagedWeek) => void;
  /** What the week’s own person does. */
  readonly ownActs?: ReactNode;
}

/** A person’s week: how it stands, what was changed, its worklogs by day, and what can be done with it. A approves, R rejects. */
export function WeekDetail(props: WeekDetailProps) {
  const { personId, start, onClose, onStep, onAct, ownActs } = props;
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const { week, worklogs, differences } = useWeekDetail(personId, start);
  const shown = week.data ? ofTimeWeek(week.data) : null;
  const acts = shown && onAct ? actsFor(shown) : [];
  return (
    <SidePanel
      isWide
      onClose={onClose}
      onKeyDown={(event) => {
        const step = stepOf(actOf(DETAIL_ROW_KEYS, event));
        const act = acts.find((each) => each === actOf(WEEK_KEYS, event));
        if (step) onStep?.(step);
        else if (shown && act) onAct?.(act, shown);
        else return;
        event.preventDefault();
      }}
      title={shown?.person.name ?? texts.week}
    >
      <Loaded query={week} skeleton={<SkeletonRows label={texts.loading} rows={8} />} what={texts.theWeek}>
        {(found) =>
          found === null ? (
            <StateMessage text={texts.noSuchWeekHint} title={texts.noSuchWeek} />
          ) : (
            <div className={styles.body}>
              <WeekHead week={found} />
              {differences.data && <Differences differences={differences.data} />}
              <Loaded
                query={worklogs}
                skeleton={<SkeletonRows label={texts.loading} rows={6} />}
                what={texts.theWorklogs}
              >
                {(list) => <WeekDays worklogs={list} />}
              </Loaded>
              <div className={styles.acts}>
                {ownActs}
                {shown &&
                  acts.map((act) => (
                    <ActButton
                      act={act}
                      isMain={act === 'approve'}
                      key={act}
                      onAct={() => onAct?.(act, shown)}
                    />
                  ))}
              </div>
            </div>
          )
        }
      </Loaded>
    </SidePanel>
  );
}
