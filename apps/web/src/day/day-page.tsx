import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { addDays, readWallDate, type WallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { KeyHints } from '../components/key-hints.tsx';
import { Page } from '../components/page.tsx';
import { PeriodNavigator } from '../components/period-navigator.tsx';
import { FirstSteps } from '../first-steps/first-steps.tsx';
import { useOverlays } from '../shell/overlays-context.ts';
import { SHELL_KEYS } from '../shell/keys/shell-keys.ts';
import { dayTexts } from '../texts/day/texts.ts';
import { DayList } from './day-list.tsx';
import { OneDay } from './one-day.tsx';
import type { EditWorklog } from './use-worklog-actions.ts';

const route = getRouteApi('/signed-in/');

/** Day: the last worklogs, or those of the day that the address names, and the way to add and change them. */
export function DayPage() {
  const texts = useTexts(dayTexts);
  const { open } = useOverlays();
  const date = readWallDate(route.useSearch().day ?? '');
  const edit: EditWorklog = (worklog, workItem) => open({ kind: 'edit', worklog, workItem });
  const add = () => open(date === null ? { kind: 'add' } : { kind: 'add', date });
  return (
    <Page
      action={
        <Button appearance="primary" icon={<Add16Regular />} onClick={add}>
          {texts.addTime}
        </Button>
      }
      beside={date !== null && <DayNavigator date={date} />}
      title={texts.title}
    >
      {date === null && <FirstSteps />}
      {date === null ? <DayList onEdit={edit} /> : <OneDay date={date} onEdit={edit} />}
      <KeyHints
        hints={[
          { keys: SHELL_KEYS.new, name: texts.keyNew },
          { keys: SHELL_KEYS.stop, name: texts.keyStop },
          { keys: SHELL_KEYS.continue, name: texts.keyContinue },
          { keys: SHELL_KEYS.shortcuts, name: texts.keyAll },
        ]}
        isOfPage={false}
      />
    </Page>
  );
}

/** Leads from day to day, and back to the list of all. */
function DayNavigator({ date }: { readonly date: WallDate }) {
  const texts = useTexts(dayTexts);
  const formats = useFormats();
  const navigate = route.useNavigate();
  const today = formats.today();
  const move = useCallback(
    (step: -1 | 0 | 1) =>
      void navigate({ search: { day: step === 0 ? today : addDays(date, step) }, replace: true }),
    [navigate, date, today],
  );
  return (
    <>
      <PeriodNavigator isCurrent={date === today} name={formats.day(date, 'weekday')} onMove={move} />
      <Link search={{}} to="/">
        {texts.oneDay}
      </Link>
    </>
  );
}
