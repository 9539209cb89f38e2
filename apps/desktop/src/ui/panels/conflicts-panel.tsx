import { Button, makeStyles } from '@fluentui/react-components';
import { colours, type Formats, useFormats, useTexts } from '@stint/ui';
import type { ActiveView, ConflictView } from '../../core/app/view.ts';
import type { Conflict } from '../../core/changes/change.ts';
import type { Show } from '../panel.ts';
import { type DesktopTexts, desktopTexts } from '../texts/texts.ts';
import { dayAndTime } from '../times.ts';
import { useActing } from '../use-act.tsx';

const useStyles = makeStyles({
  title: { fontSize: '18px', lineHeight: '24px', fontWeight: 600, marginBottom: '12px' },
  one: { border: `1px solid ${colours.line}`, borderRadius: '6px', padding: '12px', marginBottom: '12px' },
  reason: { color: colours.fault, margin: '4px 0 10px' },
  acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

/** What the server did not take: each with its reason and a decision; nothing is dropped without one. */
export function ConflictsPanel({ active, show }: { readonly active: ActiveView; readonly show: Show }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  return (
    <section aria-label={texts.conflicts}>
      <h2 className={styles.title}>{texts.conflicts}</h2>
      {active.conflicts.length === 0 && <p>{texts.noConflicts}</p>}
      <ul>
        {active.conflicts.map((each) => (
          <OneConflict active={active} key={each.id} show={show} view={each} />
        ))}
      </ul>
    </section>
  );
}

interface OneConflictProps {
  readonly view: ConflictView;
  readonly active: ActiveView;
  readonly show: Show;
}

function OneConflict({ view, active, show }: OneConflictProps) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const { act } = useActing();
  const { id, conflict } = view;
  const decide = (choice: 'mine' | 'theirs') => void act({ kind: 'resolve', changeId: id, choice });
  const isGone = conflict.reason.kind === 'deletedElsewhere';
  return (
    <li className={styles.one}>
      <p>{whatOf(conflict, titlesIn(active), formats, texts)}</p>
      <p className={styles.reason}>{reasonOf(conflict, formats, texts)}</p>
      <div className={styles.acts}>
        {!isGone && (
          <Button appearance="primary" onClick={() => decide('mine')}>
            {conflict.reason.kind === 'refused' ? texts.sendAgain : texts.takeMine}
          </Button>
        )}
        {conflict.change.kind === 'book' && (
          <Button onClick={() => show({ kind: 'add', entry: null, conflict: view })}>{texts.changeIt}</Button>
        )}
        <Button onClick={() => decide('theirs')}>
          {conflict.reason.kind === 'changedElsewhere' ? texts.takeTheirs : texts.giveUp}
        </Button>
      </div>
    </li>
  );
}

/** The titles of work items as far as the history knows them. */
function titlesIn({ days }: ActiveView): ReadonlyMap<number, string> {
  const workItems = days.flatMap(({ entries }) => entries.map(({ workItem }) => workItem));
  return new Map(workItems.flatMap((each) => (each ? [[each.id, each.title]] : [])));
}

function whatOf(
  { change }: Conflict,
  titles: ReadonlyMap<number, string>,
  formats: Formats,
  texts: DesktopTexts,
): string {
  const nameOf = (workItemId: number | null, comment: string) =>
    workItemId === null ? comment : [workItemId, titles.get(workItemId) ?? comment].filter(Boolean).join(' ');
  switch (change.kind) {
    case 'book': {
      const { workItem, workItemId, comment } = change.subject;
      const name = workItem ? `${workItem.id} ${workItem.title}` : nameOf(workItemId, comment);
      const at = formats.dateTime(new Date(change.startedAt).toISOString());
      return texts.conflictBook({ name, at, length: formats.exactLength(change.length) });
    }
    case 'edit':
      return texts.conflictEdit({ name: nameOf(change.before.workItemId, change.before.comment) });
    case 'remove':
      return texts.conflictRemove({ name: nameOf(change.before.workItemId, change.before.comment) });
    default:
      return texts.conflictOther;
  }
}

function reasonOf({ reason }: Conflict, formats: Formats, texts: DesktopTexts): string {
  if (reason.kind === 'refused') return reason.message;
  if (reason.kind === 'deletedElsewhere') return texts.deletedElsewhere;
  const { timestamp, length, comment } = reason.theirs;
  return texts.changedElsewhere({
    at: dayAndTime(timestamp, formats),
    length: formats.exactLength(length),
    comment,
  });
}
