import { Button } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { AddCalendar } from './add-calendar.tsx';
import { CalendarList } from './calendar-list.tsx';
import { ConnectAccounts } from './connect-accounts.tsx';
import { ConnectOutcome } from './connect-outcome.tsx';
import { useCalendarCheck, useCalendars } from './use-calendars.ts';

/** Settings > Calendars: those that a person sees beside their time. */
export function CalendarSettings() {
  const texts = useTexts(calendarsTexts);
  const calendars = useCalendars();
  const check = useCalendarCheck();
  const isThereOne = (calendars.data?.length ?? 0) > 0;
  const test = isThereOne && (
    <Button disabled={check.isFetching} onClick={() => void check.refetch()} size="small">
      {check.isFetching ? texts.testing : texts.test}
    </Button>
  );
  return (
    <>
      <ConnectOutcome />
      <Panel action={test} hint={texts.hint} title={texts.title}>
        <Loaded
          query={calendars}
          skeleton={<SkeletonRows label={texts.loading} rows={2} />}
          what={texts.theCalendars}
        >
          {(found) =>
            found.length === 0 ? (
              <StateMessage text={texts.noneHint} title={texts.none} />
            ) : (
              <CalendarList calendars={found} check={check} />
            )
          }
        </Loaded>
      </Panel>
      <Panel hint={texts.addHint} title={texts.add}>
        <AddCalendar colours={(calendars.data ?? []).map(({ color }) => color)} />
      </Panel>
      <ConnectAccounts />
    </>
  );
}
