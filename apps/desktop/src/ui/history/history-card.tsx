import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { Play16Filled } from '@fluentui/react-icons/svg/play';
import { colours, IconButton, useFormats, useTexts } from '@stint/ui';
import type { EntryView } from '../../core/app/view.ts';
import type { ActivityTypeChoice } from '../../core/tracking/server-track.ts';
import { TypeMark } from '../frame/type-mark.tsx';
import type { Show } from '../panel.ts';
import { nameOf, subjectOf } from '../subjects.ts';
import { desktopTexts } from '../texts/texts.ts';
import { dayTimes } from '../times.ts';
import { useTime } from '../use-act.tsx';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    borderRadius: '6px',
    ':hover': { backgroundColor: colours.soft },
    ':hover > [data-actions]': { opacity: 1 },
    ':focus-within > [data-actions]': { opacity: 1 },
    // The title makes room for the buttons that stand where the length was.
    ':hover [data-length]': { visibility: 'hidden', minWidth: '60px' },
    ':focus-within [data-length]': { visibility: 'hidden', minWidth: '60px' },
  },
  open: { backgroundColor: colours.soft },
  main: {
    display: 'flex',
    alignItems: 'stretch',
    gap: '10px',
    width: '100%',
    minWidth: 0,
    padding: '8px',
    border: 'none',
    borderRadius: '6px',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  text: { flexGrow: 1, minWidth: 0 },
  name: { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  id: { color: colours.dim, whiteSpace: 'pre' },
  more: {
    color: colours.dim,
    fontSize: '12px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  length: { fontWeight: 600, alignSelf: 'center', flexShrink: 0 },
  actions: { position: 'absolute', right: '8px', display: 'flex', gap: '4px', opacity: 0 },
  waits: { color: colours.warn },
});

interface HistoryCardProps {
  readonly entry: EntryView;
  readonly activityTypes: readonly ActivityTypeChoice[];
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly show: Show;
}

/** One worklog: what it was about, when and how long; start and duplicate on hover and focus. */
export function HistoryCard({ entry, activityTypes, isOpen, onOpen, show }: HistoryCardProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const time = useTime();
  const { fields, workItem } = entry;
  const { id, name } = nameOf({ ...fields, workItem });
  const activity = activityTypes.find((each) => each.id === fields.activityTypeId && !each.isNotSet)?.name;
  const comment = workItem && fields.comment !== '' ? fields.comment : null;
  const more = [comment, activity, dayTimes(entry, formats)].filter(Boolean).join(' · ');
  const label = [id, name || texts.withoutName].filter(Boolean).join(' ');
  return (
    <li className={mergeClasses(styles.card, isOpen && styles.open)}>
      <button aria-expanded={isOpen} className={styles.main} onClick={onOpen} title={label} type="button">
        <TypeMark color={workItem?.color ?? null} />
        <span className={styles.text}>
          <span className={styles.name} style={{ display: 'block' }}>
            {id !== null && <span className={styles.id}>{`${id} `}</span>}
            {name || texts.withoutName}
          </span>
          <span className={styles.more} style={{ display: 'block' }}>
            {entry.isPending && <span className={styles.waits}>{texts.notSentYet} · </span>}
            {more}
          </span>
        </span>
        <span className={styles.length} data-length="">
          {formats.length(entry.length)}
        </span>
      </button>
      <span className={styles.actions} data-actions="">
        <IconButton
          icon={<Play16Filled color={colours.run} />}
          name={texts.startTrackingOf({ name: label })}
          onClick={() => void time({ kind: 'start', subject: subjectOf(entry) })}
        />
        <IconButton
          icon={<Copy16Regular />}
          name={texts.duplicateOf({ name: label })}
          onClick={() => show({ kind: 'add', entry })}
        />
      </span>
    </li>
  );
}
