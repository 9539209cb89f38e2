import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { colours, useFormats, useTexts } from '@stint/ui';
import type { RunView } from '../../core/app/view.ts';
import { useSecondsSince } from '../clock.ts';
import { nameOf } from '../subjects.ts';
import { desktopTexts } from '../texts/texts.ts';
import { TypeMark } from './type-mark.tsx';

const useStyles = makeStyles({
  what: { display: 'flex', alignItems: 'center', gap: '10px', minWidth: 0, flexGrow: 1 },
  id: { color: colours.dim, flexShrink: 0 },
  name: { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  idle: { color: colours.dim },
  clock: { color: colours.run, fontWeight: 700, fontSize: '16px', flexShrink: 0 },
  small: { fontSize: '14px' },
});

/** What runs and for how long, on one line: the clock counts from the last start. */
export function RunningLine({
  run,
  isSmall = false,
}: {
  readonly run: RunView | null;
  readonly isSmall?: boolean;
}) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  if (run === null)
    return <span className={mergeClasses(styles.what, styles.idle)}>{texts.notTracking}</span>;
  const { id, name } = nameOf(run.subject);
  return (
    <>
      <span className={styles.what} title={[id, name].filter(Boolean).join(' ')}>
        <TypeMark color={run.subject.workItem?.color ?? null} />
        {id !== null && <span className={styles.id}>{id}</span>}
        <span className={styles.name}>{name || texts.withoutName}</span>
      </span>
      <Clock className={mergeClasses(styles.clock, isSmall && styles.small)} since={run.since} />
    </>
  );
}

function Clock({ since, className }: { readonly since: number; readonly className: string }) {
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  return (
    <span aria-label={texts.runningTime} className={className} role="timer">
      {formats.clock(useSecondsSince(since))}
    </span>
  );
}
