import { Button, makeStyles, mergeClasses, Switch } from '@fluentui/react-components';
import type { CalendarSource } from '@stint/contract';
import { colours, type Texts, useTexts } from '@stint/ui';
import { useState } from 'react';
import { Confirm } from '../../components/confirm.tsx';
import type { texts as en } from '../../texts/calendars/en.ts';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { ColourField } from '../colour-field.tsx';
import { NameField } from '../name-field.tsx';
import { AddressDialog } from './address-dialog.tsx';
import type { CalendarState } from './calendar-state.ts';
import { ConnectAgain } from './connect-again.tsx';
import { useChangeCalendar, useRemoveCalendar } from './use-calendars.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(120px, 220px) minmax(0, 1fr) auto',
    gap: '4px 12px',
    alignItems: 'center',
    minHeight: '44px',
    padding: '8px 0',
    '@media (max-width: 900px)': { gridTemplateColumns: '32px minmax(0, 1fr) auto' },
  },
  about: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 900px)': { gridColumn: '2 / 4', gridRow: 2 },
  },
  origin: { color: colours.dim, fontSize: '12px', lineHeight: '16px' },
  good: { color: colours.dim },
  bad: { color: colours.fault, fontWeight: 600 },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px',
    '@media (max-width: 900px)': { gridColumn: '2 / 4', gridRow: 3, justifyContent: 'flex-start' },
  },
});

interface CalendarRowProps {
  readonly calendar: CalendarSource;
  readonly state: CalendarState;
}

/** One calendar: its colour and name, where it comes from, how it is doing, and what can be done. */
export function CalendarRow({ calendar, state }: CalendarRowProps) {
  const styles = useStyles();
  const texts = useTexts(calendarsTexts);
  const change = useChangeCalendar();
  const remove = useRemoveCalendar();
  const [isEntering, setEntering] = useState(false);
  const { name, color, kind, isEnabled } = calendar;
  const isBad = state.kind === 'fault' || state.kind === 'accountLost' || state.kind === 'addressLost';
  return (
    <div className={styles.row}>
      <ColourField
        colour={color}
        key={color}
        label={texts.colourOf({ name })}
        onSave={(chosen) => change({ calendar, change: { color: chosen } })}
      />
      <NameField
        key={name}
        label={texts.nameOf({ name })}
        name={name}
        onSave={(typed) => change({ calendar, change: { name: typed } })}
      />
      <div className={styles.about}>
        <div aria-live="polite" className={mergeClasses(isBad ? styles.bad : styles.good)}>
          {stateText(state, texts)}
        </div>
        <div className={styles.origin}>{originText(calendar, texts)}</div>
      </div>
      <div className={styles.acts}>
        <Switch
          aria-label={texts.show({ name })}
          checked={isEnabled}
          onChange={(_, { checked }) => change({ calendar, change: { isEnabled: checked } })}
        />
        {state.kind === 'accountLost' && kind !== 'ical' && <ConnectAgain kind={kind} name={name} />}
        {kind === 'ical' && (
          <Button aria-label={texts.addressOf({ name })} onClick={() => setEntering(true)} size="small">
            {texts.newAddress}
          </Button>
        )}
        <Confirm
          act={kind === 'ical' ? texts.remove : texts.disconnect}
          name={kind === 'ical' ? texts.remove : texts.disconnect}
          onConfirm={() => remove.mutate(calendar)}
          text={kind === 'ical' ? texts.removeText : texts.disconnectText}
          title={texts.removeTitle({ name })}
        />
      </div>
      {isEntering && <AddressDialog calendar={calendar} onClose={() => setEntering(false)} />}
    </div>
  );
}

type CalendarsTexts = Texts<typeof en>;

function stateText(state: CalendarState, texts: CalendarsTexts): string {
  switch (state.kind) {
    case 'good':
      return texts.eventsThisWeek({ count: state.events });
    case 'fault':
      return texts.notRead({ reason: state.reason });
    default:
      return texts[state.kind];
  }
}

function originText({ kind, host, account }: CalendarSource, texts: CalendarsTexts): string {
  if (kind === 'ical') return texts.fromAddress({ host });
  return `${kind === 'outlook' ? 'Outlook' : 'Google'} · ${account ?? host}`;
}
