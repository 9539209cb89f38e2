import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ActivityType, WeekDifferences } from '@stint/contract';
import type { WallDate, WallTime } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { useTrack } from '../track/use-track.ts';
import { toldBesides } from './told-besides.ts';

const useStyles = makeStyles({
  box: {
    padding: '8px 12px',
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.warnSoft,
  },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600, color: colours.warn },
  none: { margin: 0, color: colours.dim },
  list: { margin: '4px 0 0', padding: 0, listStyleType: 'none' },
  item: { display: 'flex', flexWrap: 'wrap', gap: '0 8px', padding: '2px 0', overflowWrap: 'anywhere' },
  kind: { fontWeight: 600, minWidth: '72px' },
  before: { textDecorationLine: 'line-through', color: colours.dim },
});

type Entry = WeekDifferences['entries'][number];

/** What was changed in a week since it was submitted, with what stood there before. */
export function Differences({ differences }: { readonly differences: WeekDifferences }) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const formats = useFormats();
  const types = useTrack().data?.state.settings.activityType.activityTypes;
  const { since, entries, trackedLength, trackedLengthThen } = differences;
  if (since === null) return null;
  if (entries.length === 0) {
    return <p className={styles.none}>{texts.nothingChanged({ at: formats.dateTime(since) })}</p>;
  }
  return (
    <section className={styles.box}>
      <h3 className={styles.title}>
        {texts.changedSince({ at: formats.dateTime(since) })}: {formats.length(trackedLengthThen)} →{' '}
        {formats.length(trackedLength)}
      </h3>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <li className={styles.item} key={entry.id}>
            <span className={styles.kind}>{texts[entry.kind]}</span>
            <Side entry={entry} isBefore types={types} />
            <Side entry={entry} types={types} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SideProps {
  readonly entry: Entry;
  readonly types: readonly ActivityType[] | undefined;
  readonly isBefore?: boolean;
}

function Side({ entry, types, isBefore = false }: SideProps) {
  const styles = useStyles();
  const formats = useFormats();
  const side = isBefore ? entry.before : entry.after;
  if (side === null) return null;
  const besides = toldBesides(entry);
  const text = [
    formats.day(side.timestamp.slice(0, 10) as WallDate, 'column'),
    besides.startsAt && formats.time(side.timestamp as WallTime),
    formats.length(side.length),
    [side.workItemId, side.comment].filter(Boolean).join(' '),
    besides.activityType && types?.find(({ id }) => id === side.activityTypeId)?.name,
  ]
    .filter(Boolean)
    .join(' · ');
  return isBefore ? (
    <del className={mergeClasses(styles.before)}>{text}</del>
  ) : (
    <ins style={{ textDecoration: 'none' }}>{text}</ins>
  );
}
