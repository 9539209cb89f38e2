import { useTexts } from '@stint/ui';
import { Panel } from '../../components/panel.tsx';
import { transferTexts } from '../../texts/transfer/texts.ts';
import { Download } from './download.tsx';

/** Everything that is kept about oneself, to download. */
export function MyData() {
  const texts = useTexts(transferTexts);
  return (
    <Panel hint={texts.myHint} title={texts.myTitle}>
      <Download act={texts.export} address="/api/rest/me/export?api-version=3.2" />
    </Panel>
  );
}
