import { makeStyles, Switch } from '@fluentui/react-components';
import type { WorkItemAutomation } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { Panel } from '../../components/panel.tsx';
import { automationTexts } from '../../texts/automation/texts.ts';
import { SettingRow } from '../organization/setting-row.tsx';
import { AutomationState } from './automation-state.tsx';
import { EstimateField } from './estimate-field.tsx';
import { useChangeAutomation } from './use-automation.ts';

const useStyles = makeStyles({ switch: { alignSelf: 'flex-start', margin: '-4px 0 0 -8px' } });

/** What is done with the work items of a project: two switches, the estimate field, and how writing is going. */
export function ProjectAutomation({ automation }: { readonly automation: WorkItemAutomation }) {
  const styles = useStyles();
  const texts = useTexts(automationTexts);
  const change = useChangeAutomation();
  const { project } = automation;
  const flags = [
    ['reducesRemainingWork', texts.remaining, texts.remainingHelp],
    ['setsCompletedWork', texts.completed, texts.completedHelp],
  ] as const;
  return (
    <Panel title={project}>
      {flags.map(([name, title, help]) => (
        <SettingRow
          control={(described) => (
            <Switch
              {...described}
              checked={automation[name]}
              className={styles.switch}
              onChange={(_, { checked }) =>
                change({ project, change: { [name]: checked }, before: automation })
              }
            />
          )}
          help={help}
          key={name}
          title={title}
        />
      ))}
      <EstimateField
        key={automation.estimateField}
        onChange={(estimateField) => change({ project, change: { estimateField }, before: automation })}
        stored={automation.estimateField ?? ''}
      />
      <AutomationState automation={automation} />
    </Panel>
  );
}
