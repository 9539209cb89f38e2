import { makeStyles } from '@fluentui/react-components';
import { useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { useErrorText } from '../../api/message.ts';
import { HealthName } from '../../components/health-name.tsx';
import { Panel } from '../../components/panel.tsx';
import { Row, RowList } from '../../components/row-list.tsx';
import { operationTexts } from '../../texts/operation/texts.ts';
import { judgeConnection, judgeMail, judgeServer, judgeWebhooks, type Verdict } from './judge.ts';
import { useHealth } from './use-health.ts';

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere' },
});

interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
}

/** How each part of the server is doing, with a link to where one sets it. */
export function Health() {
  const texts = useTexts(operationTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const said = { texts, formats };
  const { server, connection, mail, webhooks } = useHealth();
  const verdict = <Data,>({ data, error }: Asked<Data>, judge: (data: Data) => Verdict): Verdict | null => {
    if (error) return { state: 'bad', text: errorText(error) };
    return data === undefined ? null : judge(data);
  };
  return (
    <Panel hint={texts.healthHint} title={texts.healthTitle}>
      <RowList label={texts.healthTitle}>
        <Part name={texts.server} verdict={verdict(server, (data) => judgeServer(data, said))} />
        <Part
          name="Azure DevOps"
          path="/settings/connection"
          verdict={verdict(connection, (data) => judgeConnection(data, said))}
        />
        <Part
          name={texts.mail}
          path="/settings/mail"
          verdict={verdict(mail, (data) => judgeMail(data, said))}
        />
        <Part
          name={texts.webhooks}
          path="/settings/webhooks"
          verdict={verdict(webhooks, (data) => judgeWebhooks(data, said))}
        />
      </RowList>
    </Panel>
  );
}

interface PartProps {
  readonly name: string;
  /** null while it is looked at. */
  readonly verdict: Verdict | null;
  readonly path?: string;
}

function Part({ name, verdict, path }: PartProps) {
  const styles = useStyles();
  const texts = useTexts(operationTexts);
  return (
    <Row
      action={path && <Link to={path}>{texts.open}</Link>}
      detail={<span className={styles.text}>{verdict?.text ?? texts.loadingHealth}</span>}
      name={
        <HealthName name={name} state={verdict ? texts[verdict.state] : undefined} tone={verdict?.state} />
      }
    />
  );
}
