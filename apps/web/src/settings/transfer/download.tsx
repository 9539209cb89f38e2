import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useRef, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { ProgressLine } from '../../components/progress-line.tsx';
import { saveBlob } from '../../reports/export/save-file.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { transferTexts } from '../../texts/transfer/texts.ts';
import { receive } from './receive.ts';
import { sizeText } from '../../components/size-text.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px' },
  running: { display: 'flex', flexDirection: 'column', gap: '6px', width: '100%', maxWidth: '480px' },
  size: { fontVariantNumeric: 'tabular-nums', fontWeight: 600 },
  hint: { color: colours.dim },
  saved: { color: colours.run, ':empty': { marginTop: '-8px' } },
  fault: { color: colours.fault, overflowWrap: 'anywhere' },
});

type State =
  | { readonly kind: 'idle' | 'cancelled' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: string };

interface DownloadProps {
  readonly address: string;
  /** The name of the button. */
  readonly act: string;
  readonly isDisabled?: boolean;
}

/** A button that fetches a large file, tells how much of it has come, and saves it only once it came whole. */
export function Download({ address, act, isDisabled = false }: DownloadProps) {
  const styles = useStyles();
  const texts = useTexts(transferTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const stopping = useRef<AbortController | null>(null);
  const start = async () => {
    const controller = new AbortController();
    stopping.current = controller;
    setState({ kind: 'running', bytes: 0 });
    try {
      const onBytes = (bytes: number) => setState({ kind: 'running', bytes });
      const { name, blob } = await receive(address, controller.signal, onBytes);
      saveBlob(blob, name);
      setState({ kind: 'saved', name, bytes: blob.size });
    } catch (error) {
      setState(
        controller.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', reason: errorText(error) },
      );
    }
  };
  const size = (bytes: number) => sizeText(bytes, formats);
  return (
    <div className={styles.box}>
      {state.kind === 'running' ? (
        <div className={styles.running}>
          <ProgressLine label={texts.exporting} />
          <span className={styles.size}>{texts.received({ size: size(state.bytes) })}</span>
          <span className={styles.hint}>{texts.stay}</span>
          <div>
            <Button onClick={() => stopping.current?.abort()}>{common.cancel}</Button>
          </div>
        </div>
      ) : (
        <Button disabled={isDisabled} onClick={() => void start()}>
          {act}
        </Button>
      )}
      <span className={state.kind === 'failed' ? styles.fault : styles.saved} role="status">
        {state.kind === 'saved' && texts.saved({ name: state.name, size: size(state.bytes) })}
        {state.kind === 'cancelled' && texts.cancelled}
        {state.kind === 'failed' && texts.failed({ reason: state.reason })}
      </span>
    </div>
  );
}
