import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { useState } from 'react';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { faultText } from './fault-text.ts';
import { type PastedWidgets, readWidgets } from './read-widgets.ts';

const useStyles = makeStyles({
  hint: { margin: '0 0 12px' },
  text: {
    minHeight: '240px',
    '& textarea': { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '12px' },
  },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '16px' },
});

interface PasteDialogProps {
  readonly onPaste: (pasted: PastedWidgets) => void;
  readonly onClose: () => void;
}

/** Takes the JSON of the widget gallery; what is wrong with it is said below it while it is there. */
export function PasteDialog({ onPaste, onClose }: PasteDialogProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readWidgets(text);
  const count = read?.ok ? read.pasted.widgets.length : 0;
  return (
    <Modal onClose={onClose} title={texts.pasteTitle}>
      <p className={styles.hint}>{texts.pasteHint}</p>
      <Field label={texts.json} {...fault(read && !read.ok ? faultText(read.fault, texts) : null)}>
        <Textarea
          className={styles.text}
          data-first-focus=""
          onChange={(_, { value }) => setText(value)}
          resize="vertical"
          spellCheck={false}
          value={text}
        />
      </Field>
      <div className={styles.actions}>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          appearance="primary"
          disabled={!read?.ok}
          onClick={() => {
            if (read?.ok) onPaste(read.pasted);
          }}
        >
          {texts.pasteAdd({ count: Math.max(1, count) })}
        </Button>
      </div>
    </Modal>
  );
}
