import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { colours, useFormats, useTexts } from '@stint/ui';
import type { ActiveView, RunView } from '../../core/app/view.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { useSecondsSince } from '../clock.ts';
import { KeyHint } from '../frame/key-hint.tsx';
import type { Show } from '../panel.ts';
import { desktopTexts } from '../texts/texts.ts';
import { DayBar } from './day-bar.tsx';
import { RunFacts } from './run-facts.tsx';

const useStyles = makeStyles({
  label: { color: colours.dim, fontWeight: 400, fontSize: '14px' },
  total: { fontSize: '40px', lineHeight: '48px', fontWeight: 700 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '16px 0 12px' },
});

interface TotalTodayProps {
  readonly active: ActiveView;
  readonly settings: Settings;
  readonly show: Show;
}

/** Today's total, which runs along, and the two things one does most. */
export function TotalToday({ active, settings, show }: TotalTodayProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const { run } = active;
  return (
    <section aria-label={texts.totalToday}>
      <h2 className={styles.label}>{texts.totalToday}</h2>
      <p className={styles.total} data-testid="total-today">
        {run ? <Running booked={active.bookedToday} run={run} /> : <Length seconds={active.bookedToday} />}
      </p>
      <DayBar active={active} />
      <div className={styles.acts}>
        <Button
          appearance="primary"
          icon={<Play16Filled />}
          onClick={() => show({ kind: 'start', subject: null })}
        >
          {texts.startTracking}
        </Button>
        <Button icon={<Add16Regular />} onClick={() => show({ kind: 'add', entry: null })}>
          {texts.addTime}
        </Button>
      </div>
      {settings.areHotkeysOn && <KeyHint combination={settings.hotkeys.startStop} does={texts.startOrStop} />}
      <RunFacts active={active} />
    </section>
  );
}

function Running({ booked, run }: { readonly booked: number; readonly run: RunView }) {
  return <Length seconds={booked + useSecondsSince(run.todaySince)} />;
}

function Length({ seconds }: { readonly seconds: number }) {
  return useFormats().length(seconds);
}
