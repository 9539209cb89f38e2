import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { instant, toWallTime } from '@stint/domain';
import type { TrackedWorkItem } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import type { ActiveView } from '../../core/app/view.ts';
import { desktopTexts } from '../texts/texts.ts';
import { missingSubject } from '../time-form/draft.ts';
import { missingText } from '../time-form/missing-text.ts';
import { WorkItemField } from '../time-form/work-item-field.tsx';
import { useActing } from '../use-act.tsx';
import { Dialog } from './dialog.tsx';

const useStyles = makeStyles({
  acts: { display: 'grid', gap: '8px', marginTop: '16px' },
  hint: { color: colours.dim, fontSize: '12px', marginTop: '12px' },
  book: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  missing: { color: colours.dim, fontSize: '12px' },
  other: { marginTop: '16px', display: 'grid', gap: '8px' },
});

/** The question after an absence: keep, discard, split, or book it on another item. Ignoring it means discard. */
export function IdleDialog({ active }: { readonly active: ActiveView }) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const formats = useFormats();
  const { act } = useActing();
  const [isBooking, setBooking] = useState(false);
  const [workItem, setWorkItem] = useState<TrackedWorkItem | null>(null);
  const [comment, setComment] = useState('');
  const { question, run, zone } = active;
  if (question === null || run === null) return null;
  const at = (moment: number) => formats.time(toWallTime(instant(moment), zone));
  const answer = (kind: 'keep' | 'discard' | 'split') => void act({ kind: 'answerIdle', answer: { kind } });
  const book = () => {
    const { activityTypeId, isBillable } = run.subject;
    const workItemId = workItem?.id ?? null;
    const subject = { workItem, workItemId, comment: comment.trim(), activityTypeId, isBillable };
    void act({ kind: 'answerIdle', answer: { kind: 'book', subject } });
  };
  const missing = missingSubject({ workItemId: workItem?.id ?? null, comment }, active.rules);
  const length = formats.exactLength(Math.floor((question.until - question.from) / 60_000) * 60);
  return (
    <Dialog label={texts.idleTitle} onClose={() => answer('discard')}>
      <h2>{texts.idleTitle}</h2>
      <p>{texts.idleText({ from: at(question.from), to: at(question.until), length })}</p>
      <div className={styles.acts}>
        <Button appearance="primary" autoFocus onClick={() => answer('discard')}>
          {texts.idleDiscard}
        </Button>
        <Button onClick={() => answer('keep')}>{texts.idleKeep}</Button>
        <Button onClick={() => answer('split')}>{texts.idleSplit}</Button>
        <Button aria-expanded={isBooking} onClick={() => setBooking(!isBooking)}>
          {texts.idleBook}
        </Button>
      </div>
      {isBooking && (
        <div className={styles.other}>
          <WorkItemField onChange={setWorkItem} workItem={workItem} workItemId={workItem?.id ?? null} />
          <Field label={texts.description} required={active.rules.isCommentRequired}>
            <Input maxLength={4000} onChange={(_, { value }) => setComment(value)} value={comment} />
          </Field>
          <div className={styles.book}>
            <Button appearance="primary" disabled={missing !== null} onClick={book}>
              {texts.idleBookIt}
            </Button>
            {missing !== null && (
              <span className={styles.missing} role="status">
                {missingText(missing, texts)}
              </span>
            )}
          </div>
        </div>
      )}
      <p className={styles.hint}>{texts.idleIgnored}</p>
    </Dialog>
  );
}
