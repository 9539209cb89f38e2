import { Button, makeStyles } from '@fluentui/react-components';
import { colours, type Formats, useFormats, useTexts } from '@stint/ui';
import type { ActiveView, ConflictView } from '../../core/app/view.ts';
import type { Conflict } from '../../core/changes/change.ts';
import { type DesktopTexts, desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';

const useStyles = makeStyles({
  title: { fontSize: '18px', lineHeight: '24px', fontWeight: 600, marginBottom: '12px' },
  one: { border: `1px solid ${colours.line}`, borderRadius: '6px', padding: '12px', marginBottom: '12px' },
  reason: { color: colours.fault, margin: '4px 0 10px' },
  acts: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});

/** What the server did not take: each with its reason and a decision; nothing is dropped without one. */
export function ConflictsPanel({ active }: { readonly active: ActiveView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  return (
    <section aria-label={texts.conflicts}>
      <h2 className={styles.title}>{texts.conflicts}</h2>
      {active.conflicts.length === 0 && <p>{texts.noConflicts}</p>}
      <ul>
        {active.conflicts.map((each) => (
          <OneConflict key={each.id} view={each} />
        ))}
      </ul>
    </section>
  );
}

function OneConflict({ view }: { readonly view: ConflictView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const { act } = useActing();
  const { id, conflict } = view;
  const decide = (choice: 'mine' | 'theirs') => void act({ kind: 'resolve', changeId: id, choice });
  const isGone = conflict.reason.kind === 'deletedElsewhere';
  return (
    <li className={styles.one}>
      <p>{whatOf(conflict, formats, texts)}</p>
      <p className={styles.reason}>{reasonOf(conflict, formats, texts)}</p>
      <div className={styles.acts}>
        {!isGone && (
          <Button appearance="primary" onClick={() => decide('mine')}>
            {conflict.reason.kind === 'refused' ? texts.sendAgain : texts.takeMine}
          </Button>
        )}
        <Button onClick={() => decide('theirs')}>
          {conflict.reason.kind === 'changedElsewhere' ? texts.takeTheirs : texts.giveUp}
        </Button>
      </div>
    </li>
  );
}

function whatOf({ change }: Conflict, formats: Formats, texts: DesktopTexts): string {
  switch (change.kind) {
    case 'book': {
      const { workItem, workItemId, comment } = change.subject;
      const name = workItem?.title ?? (comment || String(workItemId ?? ''));
      const at = formats.dateTime(new Date(change.startedAt).toISOString());
      return texts.conflictBook({ name, at, length: formats.exactLength(change.length) });
    }
    case 'edit':
      return texts.conflictEdit({ name: change.before.comment || String(change.before.workItemId ?? '') });
    case 'remove':
      return texts.conflictRemove({ name: change.before.comment || String(change.before.workItemId ?? '') });
    default:
      return texts.conflictOther;
  }
}

function reasonOf({ reason }: Conflict, formats: Formats, texts: DesktopTexts): string {
  if (reason.kind === 'refused') return reason.message;
  if (reason.kind === 'deletedElsewhere') return texts.deletedElsewhere;
  const { timestamp, length, comment } = reason.theirs;
  return texts.changedElsewhere({
    at: timestamp.replace('T', ' '),
    length: formats.exactLength(length),
    comment,
  });
}
