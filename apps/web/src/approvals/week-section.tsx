import { Checkbox, makeStyles } from '@fluentui/react-components';
import { weekNumber } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useId } from 'react';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { monthTexts } from '../texts/month/texts.ts';
import type { ManagedWeek } from './managed-week.ts';
import type { ManagerAct } from './manager-acts.ts';
import type { WeekGroup } from './week-groups.ts';
import { WeekRow } from './week-row.tsx';

const useStyles = makeStyles({
  section: {
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '36px',
    padding: '0 12px 0 8px',
    backgroundColor: colours.soft,
  },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  dim: { color: colours.dim, fontSize: '12px' },
  // Above the lengths of the rows, which their acts follow.
  total: {
    marginLeft: 'auto',
    marginRight: '104px',
    fontWeight: 600,
    whiteSpace: 'nowrap',
    '@media (max-width: 720px)': { marginRight: 0 },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface WeekSectionProps {
  readonly group: WeekGroup;
  readonly chosen: ReadonlySet<string>;
  readonly showsState: boolean;
  readonly onChoose: (keys: readonly string[], isChosen: boolean) => void;
  readonly onAct: (act: ManagerAct, week: ManagedWeek) => void;
}

/** The people’s weeks of the same seven days. */
export function WeekSection({ group, chosen, showsState, onChoose, onAct }: WeekSectionProps) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const month = useTexts(monthTexts);
  const formats = useFormats();
  const id = useId();
  const days = formats.days(group.start, group.end);
  const keys = group.weeks.map(({ key }) => key);
  const count = keys.filter((key) => chosen.has(key)).length;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <header className={styles.header}>
        <Checkbox
          aria-label={texts.chooseAllOf({ week: days })}
          checked={count === 0 ? false : count === keys.length ? true : 'mixed'}
          onChange={(_, { checked }) => onChoose(keys, checked === true)}
        />
        <h2 className={styles.title} id={id}>
          {days}
        </h2>
        <span className={styles.dim}>
          {month.weekNumber({ number: weekNumber(group.start, formats.settings.weekRules).week })}
        </span>
        <span className={styles.total}>{formats.length(group.lengthSeconds)}</span>
      </header>
      <ul className={styles.list}>
        {group.weeks.map((week) => (
          <WeekRow
            isChosen={chosen.has(week.key)}
            key={week.key}
            onAct={onAct}
            onChoose={(isChosen) => onChoose([week.key], isChosen)}
            showsState={showsState}
            week={week}
          />
        ))}
      </ul>
    </section>
  );
}
