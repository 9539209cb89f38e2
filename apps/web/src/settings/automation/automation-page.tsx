import { makeStyles } from '@fluentui/react-components';
import type { WorkItemAutomations } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../components/loaded.tsx';
import { Panel } from '../../components/panel.tsx';
import { SkeletonRows } from '../../components/skeleton.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { automationTexts } from '../../texts/automation/texts.ts';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { AdministratorsOnly } from '../administrators-only.tsx';
import { ProjectAutomation } from './project-automation.tsx';
import { useAutomations } from './use-automation.ts';

const useStyles = makeStyles({
  warning: { margin: 0, color: colours.warn, fontWeight: 600 },
  link: { color: colours.brand },
});

/** Settings > Work item automation; administrators only. */
export function AutomationSettings() {
  return (
    <AdministratorsOnly>
      <Automations />
    </AdministratorsOnly>
  );
}

function Automations() {
  const texts = useTexts(automationTexts);
  const { automation: title } = useTexts(settingsTexts);
  const automations = useAutomations();
  return (
    <Loaded
      query={automations}
      skeleton={
        <Panel title={title}>
          <SkeletonRows label={texts.loading} rows={6} />
        </Panel>
      }
      what={texts.theAutomation}
    >
      {({ connection, projects }) => (
        <>
          <ConnectionWarning connection={connection} />
          {projects.length === 0 && (
            <Panel title={title}>
              <StateMessage text={texts.noneHint} title={texts.none} />
            </Panel>
          )}
          {projects.map((each) => (
            <ProjectAutomation automation={each} key={each.project} />
          ))}
        </>
      )}
    </Loaded>
  );
}

const WARNINGS = {
  none: 'notConnected',
  unreachable: 'unreachable',
  unauthorized: 'unauthorized',
} as const;

/** Why nothing is written now, with the way to where that can be changed. */
function ConnectionWarning({ connection }: Pick<WorkItemAutomations, 'connection'>) {
  const styles = useStyles();
  const texts = useTexts(automationTexts);
  if (connection === 'connected' || connection === 'reading') return null;
  return (
    <p className={styles.warning} role="status">
      {texts[WARNINGS[connection]]}{' '}
      <Link className={styles.link} to="/settings/connection">
        {texts.toConnection}
      </Link>
    </p>
  );
}
