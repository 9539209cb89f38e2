import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { TIMEFRAMES } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { fault } from '../../components/fault.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useProjects } from '../data/use-reports.ts';
import { frameName } from '../page/frame-name.ts';
import type { ReportDraft } from './draft.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    '@media (min-width: 1200px)': { gridTemplateColumns: '2fr 2fr 1fr 1fr 1fr' },
    gap: '8px 12px',
    alignItems: 'start',
    // A long choice must not widen its field.
    '& *': { minWidth: 0 },
  },
});

interface ReportSettingsProps {
  readonly draft: ReportDraft;
  readonly onChange: (draft: ReportDraft) => void;
}

/** What a report says of itself: its name, who sees it, and what it shows at first. */
export function ReportSettings({ draft, onChange }: ReportSettingsProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const projects = useProjects();
  const time = draft.timeframeFilter?.filterType ?? 'All';
  const isCustom = time === 'Custom';
  const scope = draft.scope === 'Project' ? `Project:${draft.project ?? ''}` : draft.scope;
  const known = new Set([...(projects.data ?? []), ...(draft.project === null ? [] : [draft.project])]);
  return (
    <div className={styles.form}>
      <Field label={texts.reportName} {...fault(draft.name.trim() === '' ? texts.nameNeeded : null)}>
        <Input
          maxLength={200}
          onChange={(_, { value: name }) => onChange({ ...draft, name })}
          value={draft.name}
        />
      </Field>
      <Field label={texts.description}>
        <Input
          maxLength={2000}
          onChange={(_, { value: description }) => onChange({ ...draft, description })}
          value={draft.description}
        />
      </Field>
      <Field label={texts.whoSees}>
        <Select
          onChange={(_, { value }) =>
            onChange({ ...draft, visibility: value === 'organization' ? 'organization' : 'private' })
          }
          value={draft.visibility}
        >
          <option value="private">{texts.onlyMe}</option>
          <option value="organization">{texts.everybody}</option>
        </Select>
      </Field>
      <Field label={texts.timeAtFirst}>
        <Select
          onChange={(_, { value }) =>
            value !== 'Custom' && onChange({ ...draft, timeframeFilter: { filterType: value } })
          }
          value={time}
        >
          {['All', ...TIMEFRAMES, ...(isCustom ? ['Custom'] : [])].map((name) => (
            <option key={name} value={name}>
              {frameName(name, texts)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={texts.whoseAtFirst}>
        <Select
          onChange={(_, { value }) =>
            onChange(
              value === 'Me' || value === 'All'
                ? { ...draft, scope: value, project: null }
                : { ...draft, scope: 'Project', project: value.slice('Project:'.length) },
            )
          }
          value={scope}
        >
          <option value="Me">{texts.scopeMe}</option>
          <option value="All">{texts.scopeAll}</option>
          {[...known].map((project) => (
            <option key={project} value={`Project:${project}`}>
              {project}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
