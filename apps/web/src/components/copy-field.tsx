import { Button, makeStyles } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { colours, useTexts } from '@stint/ui';
import { useToast } from '../toasts/toast-provider.tsx';
import { commonTexts } from '../texts/common/texts.ts';
import { copyText } from './clipboard.ts';

const useStyles = makeStyles({
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 2px 2px 10px',
    borderRadius: '6px',
    backgroundColor: colours.soft,
  },
  text: {
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontFamily: 'ui-monospace, Consolas, monospace',
    fontSize: '13px',
  },
});

/** A text that one takes elsewhere, with a button that copies it. */
export function CopyField({ name, text }: { readonly name: string; readonly text: string }) {
  const styles = useStyles();
  const texts = useTexts(commonTexts);
  const toast = useToast();
  const copy = async () => {
    toast({
      text: (await copyText(text)) ? texts.copied({ name }) : texts.copyingFailed,
    });
  };
  return (
    <div className={styles.field}>
      <code className={styles.text}>{text}</code>
      <Button
        appearance="subtle"
        aria-label={texts.copyName({ name })}
        icon={<Copy16Regular />}
        onClick={() => void copy()}
        size="small"
        title={texts.copy}
      />
    </div>
  );
}
