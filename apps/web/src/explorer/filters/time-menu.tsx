import { Button, Field, makeStyles } from '@fluentui/react-components';
import { Calendar16Regular } from '@fluentui/react-icons/svg/calendar';
import { addDays, daysOfTimeframe, readWallDate, type Timeframe, TIMEFRAMES } from '@stint/domain';
import { Menu, MenuItem, MenuRule, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { DateField } from '../../components/date-field.tsx';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';

const useStyles = makeStyles({
  days: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '12px' },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '20px' },
});

interface TimeMenuProps {
  readonly timeframe: Timeframe;
  readonly onChange: (timeframe: Timeframe) => void;
}

/** The days whose worklogs are shown. */
export function TimeMenu({ timeframe, onChange }: TimeMenuProps) {
  const texts = useTexts(explorerTexts);
  const formats = useFormats();
  const [isAsking, setAsking] = useState(false);
  const days = daysOfTimeframe(timeframe, formats.today(), formats.settings.weekRules.firstDay);
  const name =
    timeframe.filterType === 'Custom' && days !== null
      ? formats.days(days.from, days.to)
      : texts[nameOf(timeframe.filterType)];
  return (
    <>
      <Menu
        trigger={(props) => (
          <Button
            {...props}
            icon={<Calendar16Regular />}
            title={days ? formats.days(days.from, days.to) : undefined}
          >
            {name}
          </Button>
        )}
      >
        {['All' as const, ...TIMEFRAMES].map((each) => (
          <MenuItem
            isChosen={each === timeframe.filterType}
            key={each}
            onSelect={() => onChange({ filterType: each })}
          >
            {texts[nameOf(each)]}
          </MenuItem>
        ))}
        <MenuRule />
        <MenuItem isChosen={timeframe.filterType === 'Custom'} onSelect={() => setAsking(true)}>
          {texts.frameCustom}
        </MenuItem>
      </Menu>
      {isAsking && (
        <DaysDialog
          from={days?.from ?? addDays(formats.today(), -29)}
          onChoose={(from, to) => {
            setAsking(false);
            onChange({ filterType: 'Custom', from, to });
          }}
          onClose={() => setAsking(false)}
          to={days?.to ?? formats.today()}
        />
      )}
    </>
  );
}

function nameOf(filterType: string) {
  const known = TIMEFRAMES.find((each) => each === filterType);
  return known === undefined ? 'frameAll' : (`frame${known}` as const);
}

function DaysDialog(props: {
  readonly from: string;
  readonly to: string;
  readonly onChoose: (from: string, to: string) => void;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const common = useTexts(commonTexts);
  const [from, setFrom] = useState(props.from);
  const [to, setTo] = useState(props.to);
  const message = (day: string) => (readWallDate(day) === null ? texts.dayMissing : null);
  const order =
    message(from) === null && message(to) === null && to < from ? texts.daysReversed : message(to);
  return (
    <Modal onClose={props.onClose} title={texts.frameCustomTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (message(from) === null && order === null) props.onChoose(from, to);
        }}
      >
        <div className={styles.days}>
          <Field label={texts.firstDay} {...fault(message(from))}>
            <DateField data-first-focus="" onChange={(_, { value }) => setFrom(value)} value={from} />
          </Field>
          <Field label={texts.lastDay} {...fault(order)}>
            <DateField onChange={(_, { value }) => setTo(value)} value={to} />
          </Field>
        </div>
        <div className={styles.actions}>
          <Button onClick={props.onClose}>{common.cancel}</Button>
          <Button appearance="primary" type="submit">
            {texts.show}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
