import { Button, makeStyles } from '@fluentui/react-components';
import { useFormats, useTexts } from '@stint/ui';
import { CopyField } from '../components/copy-field.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Panel } from '../components/panel.tsx';
import { Row, RowList } from '../components/row-list.tsx';
import { sizeText } from '../components/size-text.ts';
import { SkeletonRows } from '../components/skeleton.tsx';
import { appsTexts } from '../texts/apps/texts.ts';
import { NoReleases } from './no-releases.tsx';
import { isForBrowser, ownSystemFirst, targetOf } from './releases.ts';
import { useReleases } from './use-releases.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', width: 'fit-content' },
});

/** The installers of the desktop app that this server has. */
export function Downloads() {
  const styles = useStyles();
  const texts = useTexts(appsTexts);
  const formats = useFormats();
  return (
    <Panel hint={texts.downloadsHint} title={texts.downloadsTitle}>
      <Loaded
        query={useReleases()}
        skeleton={<SkeletonRows label={texts.loadingDownloads} rows={3} />}
        what={texts.theDownloads}
      >
        {(releases) =>
          releases.length === 0 ? (
            <NoReleases />
          ) : (
            <RowList label={texts.downloadsTitle}>
              {ownSystemFirst(releases, navigator.userAgent).map((release) => {
                const { system, processor, kind } = targetOf(release.target);
                const name = `${system} ${processor} · ${texts[kind]}`;
                return (
                  <Row
                    action={
                      <Button
                        appearance={
                          isForBrowser(release.target, navigator.userAgent) ? 'primary' : 'secondary'
                        }
                        aria-label={texts.downloadName({ name })}
                        as="a"
                        download={release.file}
                        href={release.address}
                        size="small"
                      >
                        {texts.download}
                      </Button>
                    }
                    detail={
                      <>
                        {[
                          texts.version({ version: release.version }),
                          ...(release.channel === 'beta' ? [texts.beta] : []),
                          sizeText(release.size, formats),
                        ].join(' · ')}
                        <details>
                          <summary className={styles.summary}>{texts.checksum}</summary>
                          <CopyField name={texts.checksum} text={release.sha512} />
                        </details>
                      </>
                    }
                    key={release.file}
                    name={name}
                  />
                );
              })}
            </RowList>
          )
        }
      </Loaded>
    </Panel>
  );
}
