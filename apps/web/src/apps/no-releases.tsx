import { makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { useSession } from '../api/session.ts';
import { CopyField } from '../components/copy-field.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { appsTexts } from '../texts/apps/texts.ts';

const useStyles = makeStyles({
  text: { margin: 0, color: colours.dim, maxWidth: '76ch' },
  steps: { margin: '12px 0 0', paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '12px' },
  step: { '::marker': { color: colours.dim } },
});

/** How an administrator publishes the desktop app (docs/operations.md). */
const STEPS = [
  ['stepKey', 'npm run -s stint -- desktop key release.key > release-key.pem'],
  ['stepBuild', 'STINT_RELEASE_KEY=release-key.pem npm run desktop:package'],
  [
    'stepPublish',
    'npm run stint -- desktop release FILE --key release.key --release 1.0.0 --target linux-x64-appimage',
  ],
] as const;

/** There is nothing to download: who administers is told how to change that, everyone else whom to ask. */
export function NoReleases() {
  const styles = useStyles();
  const texts = useTexts(appsTexts);
  if (useSession().role !== 'Administrator')
    return <StateMessage text={texts.noDownloadsText} title={texts.noDownloads} />;
  return (
    <>
      <p className={styles.text}>{texts.publishText}</p>
      <ol className={styles.steps}>
        {STEPS.map(([name, command]) => (
          <li className={styles.step} key={name}>
            {texts[name]}
            <CopyField name={texts.command} text={command} />
          </li>
        ))}
      </ol>
    </>
  );
}
