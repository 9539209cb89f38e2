import { Button, makeStyles } from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { type LoadedReport, REPORTS_KEY } from '../data/use-reports.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 12px' },
  fault: { margin: '12px 0 0', color: colours.fault },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: '8px', marginTop: '16px' },
});

interface ShareDialogProps {
  readonly loaded: LoadedReport;
  readonly name: string;
  readonly onClose: () => void;
}

/** Makes, copies and ends the link by which the organization sees a report. */
export function ShareDialog({ loaded, name, onClose }: ShareDialogProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const client = useClient();
  const queryClient = useQueryClient();
  const errorText = useErrorText();
  const toast = useToast();
  const { id, shareId } = loaded.report;
  const share = useMutation({
    mutationFn: (isShared: boolean) =>
      client.call(isShared ? calls.shareReport : calls.unshareReport, { params: { id } }),
    onSuccess: (_report, isShared) => {
      if (!isShared) toast({ text: texts.linkEnded });
      return queryClient.invalidateQueries({ queryKey: REPORTS_KEY });
    },
  });
  return (
    <Modal onClose={onClose} title={texts.shareTitle({ name })}>
      <p className={styles.text}>{texts.shareText}</p>
      {shareId !== null && (
        <CopyField name={texts.link} text={`${window.location.origin}/reports/shared/${shareId}`} />
      )}
      {share.error && (
        <p className={styles.fault} role="alert">
          {errorText(share.error)}
        </p>
      )}
      <div className={styles.actions}>
        {shareId !== null && (
          <Button disabled={share.isPending} onClick={() => share.mutate(false)}>
            {texts.endLink}
          </Button>
        )}
        <Button onClick={onClose}>{common.close}</Button>
        <Button
          appearance={shareId === null ? 'primary' : 'secondary'}
          disabled={share.isPending}
          onClick={() => share.mutate(true)}
        >
          {shareId === null ? texts.makeLink : texts.newLink}
        </Button>
      </div>
    </Modal>
  );
}
