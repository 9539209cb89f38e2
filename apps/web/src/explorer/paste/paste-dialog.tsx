import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useErrorText } from '../../api/message.ts';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { PastePreview } from './paste-preview.tsx';
import { MOST_ROWS, useBooking, usePaste } from './use-paste.ts';

const useStyles = makeStyles({
  // Wide enough for a date, so that the cells of most rows stand below each other.
  text: { tabSize: 14 },
  hint: { margin: '0 0 12px', color: colours.dim },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginTop: '16px' },
  sum: { marginRight: 'auto', fontVariantNumeric: 'tabular-nums' },
});

interface PasteDialogProps {
  /** What was pasted onto the page; null when the dialog was opened without. */
  readonly first: string | null;
  readonly onClose: () => void;
  readonly onBooked: (ids: readonly string[]) => void;
}

/** Books rows of a spreadsheet: pasted, shown as they are understood with what is wrong with each, then booked. */
export function PasteDialog({ first, onClose, onBooked }: PasteDialogProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const paste = usePaste(first);
  const booking = useBooking((ids) => {
    paste.discard();
    onBooked(ids);
  });
  const { rows, good, check } = paste;
  const seconds = good.reduce((sum, { length }) => sum + length, 0);
  const problem = booking.error ?? check.error;
  return (
    <Modal isWide onClose={onClose} title={texts.pasteTitle}>
      <p className={styles.hint}>{texts.pasteHint}</p>
      <Field label={texts.pasteField} {...fault(problem ? errorText(problem) : null)}>
        <Textarea
          data-first-focus=""
          onChange={(_, { value }) => paste.setText(value)}
          resize="vertical"
          rows={rows.length === 0 ? 8 : 3}
          textarea={{ className: styles.text, maxLength: 1_000_000, wrap: 'off', spellCheck: false }}
          value={paste.text}
        />
      </Field>
      {rows.length > 0 && <PastePreview mapping={paste.mapping} onField={paste.setField} rows={rows} />}
      {paste.isCut && <p className={styles.hint}>{texts.pasteCut({ count: MOST_ROWS })}</p>}
      <div className={styles.actions}>
        <span aria-live="polite" className={styles.sum}>
          {rows.length > 0 &&
            (check.isFetching
              ? texts.checking
              : texts.pasteSum({
                  good: good.length,
                  count: rows.length,
                  length: formats.length(seconds),
                }))}
        </span>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          appearance="primary"
          disabled={good.length === 0 || !check.isSuccess || booking.isPending}
          onClick={() => booking.mutate(good)}
        >
          {texts.book({ count: good.length })}
        </Button>
      </div>
    </Modal>
  );
}
