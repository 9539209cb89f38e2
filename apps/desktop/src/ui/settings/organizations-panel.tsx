import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useTexts } from '@stint/ui';
import { useState } from 'react';
import type { OrganizationLine } from '../../core/app/view.ts';
import { desktopTexts } from '../texts/texts.ts';
import { useActing } from '../use-act.tsx';

const useStyles = makeStyles({
  title: { fontSize: '18px', lineHeight: '24px', fontWeight: 600, marginBottom: '12px' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    gap: '8px',
    padding: '8px',
    borderTop: `1px solid ${colours.line}`,
  },
  active: { backgroundColor: colours.brandSoft },
  name: { display: 'block', fontWeight: 600 },
  more: { display: 'block', color: colours.dim, fontSize: '12px', overflowWrap: 'anywhere' },
  runs: { color: colours.run },
  fault: { color: colours.fault },
  buttons: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  ask: { padding: '8px 8px 12px' },
  acts: { display: 'flex', gap: '8px', marginTop: '12px' },
});

/** The paired organizations: switch, add, unpair one (asks first). */
export function OrganizationsPanel(props: {
  readonly organizations: readonly OrganizationLine[];
  readonly onAdd: () => void;
}) {
  const styles = useStyles();
  const texts = useTexts(desktopTexts);
  const { act } = useActing();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <section aria-label={texts.organizations}>
      <h2 className={styles.title}>{texts.organizations}</h2>
      <ul>
        {props.organizations.map((line) => (
          <li key={line.id}>
            <div className={mergeClasses(styles.line, line.isActive && styles.active)}>
              <span>
                <span className={styles.name}>{line.name}</span>
                <span className={styles.more}>{`${line.person} · ${line.server}`}</span>
                {line.isTracking && (
                  <span className={mergeClasses(styles.more, styles.runs)}>{texts.tracking}</span>
                )}
                {line.waiting > 0 && (
                  <span className={styles.more}>{texts.changesWait({ count: line.waiting })}</span>
                )}
                {line.needsPairing && (
                  <span className={mergeClasses(styles.more, styles.fault)}>{texts.pairingEnded}</span>
                )}
              </span>
              <IconButton
                icon={<Dismiss16Regular />}
                name={texts.unpairOf({ name: line.name })}
                onClick={() => setAsked(line.id)}
              />
              {(line.needsPairing || !line.isActive) && (
                <span className={styles.buttons}>
                  {line.needsPairing && (
                    <Button onClick={() => void act({ kind: 'pairAgain', id: line.id })} size="small">
                      {texts.pairAgain}
                    </Button>
                  )}
                  {!line.isActive && (
                    <Button onClick={() => void act({ kind: 'activate', id: line.id })} size="small">
                      {texts.switchTo({ name: line.name })}
                    </Button>
                  )}
                </span>
              )}
            </div>
            {asked === line.id && (
              <div
                aria-label={texts.unpairAsk({ name: line.name })}
                className={styles.ask}
                role="alertdialog"
              >
                <p>
                  {line.waiting > 0
                    ? texts.unpairLoses({ count: line.waiting })
                    : texts.unpairAsk({ name: line.name })}
                </p>
                <div className={styles.acts}>
                  <Button autoFocus onClick={() => void act({ kind: 'unpair', id: line.id })}>
                    {texts.unpair}
                  </Button>
                  <Button appearance="subtle" onClick={() => setAsked(null)}>
                    {texts.cancel}
                  </Button>
                </div>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button icon={<Add16Regular />} onClick={props.onAdd}>
          {texts.addOrganization}
        </Button>
      </div>
    </section>
  );
}
