import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import type { BulkResult } from './run-bulk.ts';

const useStyles = makeStyles({
  list: { margin: '0 0 4px', padding: 0, listStyleType: 'none', maxHeight: '50vh', overflowY: 'auto' },
  reason: { padding: '8px 0', borderTop: `1px solid ${colours.line}` },
  count: { fontWeight: 600, marginRight: '8px' },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '16px' },
});

interface RefusedDialogProps {
  readonly refused: BulkResult['refused'];
  readonly onClose: () => void;
  /** Keeps only those selected. */
  readonly onSelect: () => void;
}

/** Says which worklogs an act could not change, and why; the same reasons stand together. */
export function RefusedDialog({ refused, onClose, onSelect }: RefusedDialogProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const common = useTexts(commonTexts);
  const reasons = Map.groupBy(refused, ({ reason }) => reason);
  return (
    <Modal onClose={onClose} title={texts.refused({ count: refused.length })}>
      <ul aria-label={texts.refused({ count: refused.length })} className={styles.list} tabIndex={0}>
        {[...reasons].map(([reason, entries]) => (
          <li className={styles.reason} key={reason}>
            <span className={styles.count}>{texts.worklogs({ count: entries.length })}</span>
            {reason}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={onSelect}>{texts.selectRefused}</Button>
        <Button appearance="primary" data-first-focus="" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Modal>
  );
}
