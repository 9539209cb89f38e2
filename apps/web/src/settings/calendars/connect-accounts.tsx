import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { connectAddress } from './connect-address.ts';
import { useCalendarServices } from './use-calendars.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  none: { margin: 0, color: colours.dim, maxWidth: '68ch' },
});

/** The accounts that can be connected: the browser goes to the service, asks for consent there, and comes back. */
export function ConnectAccounts() {
  const styles = useStyles();
  const texts = useTexts(calendarsTexts);
  const services = useCalendarServices();
  return (
    <Panel hint={texts.connectHint} title={texts.connect}>
      <Loaded
        query={services}
        skeleton={<SkeletonRows label={texts.loading} rows={1} />}
        what={texts.theServices}
      >
        {(found) =>
          found.length === 0 ? (
            <p className={styles.none}>{texts.noServices}</p>
          ) : (
            <div className={styles.buttons}>
              {found.map((service) => (
                <Button key={service.kind} onClick={() => window.location.assign(connectAddress(service))}>
                  {texts.connectTo({ service: service.name })}
                </Button>
              ))}
            </div>
          )
        }
      </Loaded>
    </Panel>
  );
}
