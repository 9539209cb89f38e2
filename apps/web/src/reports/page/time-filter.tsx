import { Button, Field, makeStyles } from '@fluentui/react-components';
import { DateField } from '../../components/date-field.tsx';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { WidgetTimeframe } from '@stint/contract';
import { daysOfTimeframe, readWallDate, TIMEFRAMES } from '@stint/domain';
import { Menu, MenuItem, MenuRule, useFormats, useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { frameName } from './frame-name.ts';
import type { ReportSearch } from './frame.ts';

const useStyles = makeStyles({
  dates: { display: 'flex', alignItems: 'center', gap: '4px' },
  date: { width: '150px' },
});

interface TimeFilterProps {
  /** The time frame in force; null is all time. */
  readonly value: WidgetTimeframe | null;
  readonly onChange: (change: Pick<ReportSearch, 'time' | 'from' | 'to'>) => void;
}

/** Which time a report shows: a frame by its name, or from day to day. */
export function TimeFilter({ value, onChange }: TimeFilterProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const formats = useFormats();
  const days = daysOfTimeframe(value, formats.today(), formats.settings.weekRules.firstDay);
  const chosen = value?.filterType ?? 'All';
  const isCustom = chosen.toLowerCase() === 'custom';
  const from = days?.from ?? formats.today();
  const to = days?.to ?? formats.today();
  const setDay = (part: 'from' | 'to', text: string) => {
    const day = readWallDate(text);
    if (day !== null) onChange({ time: 'Custom', from, to, [part]: day });
  };
  return (
    <>
      {isCustom && (
        <div className={styles.dates}>
          <Field>
            <DateField
              aria-label={texts.from}
              className={styles.date}
              onChange={(_, { value: text }) => setDay('from', text)}
              value={from}
            />
          </Field>
          –
          <Field>
            <DateField
              aria-label={texts.to}
              className={styles.date}
              onChange={(_, { value: text }) => setDay('to', text)}
              value={to}
            />
          </Field>
        </div>
      )}
      <Menu
        trigger={(props) => (
          <Button {...props} icon={<ChevronDown12Regular />} iconPosition="after">
            {texts.timeIs({ name: frameName(chosen, texts) })}
          </Button>
        )}
      >
        {['All', ...TIMEFRAMES].map((name) => (
          <MenuItem
            isChosen={name.toLowerCase() === chosen.toLowerCase()}
            key={name}
            onSelect={() => onChange({ time: name })}
          >
            {frameName(name, texts)}
          </MenuItem>
        ))}
        <MenuRule />
        <MenuItem isChosen={isCustom} onSelect={() => onChange({ time: 'Custom', from, to })}>
          {texts.frameCustom}
        </MenuItem>
      </Menu>
    </>
  );
}
