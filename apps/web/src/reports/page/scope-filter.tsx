import { Button } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { Report } from '@stint/contract';
import { Menu, MenuGroup, MenuItem, useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useProjects } from '../data/use-reports.ts';
import type { ReportSearch } from './frame.ts';

interface ScopeFilterProps {
  readonly scope: Report['scope'];
  readonly project: string | null;
  readonly onChange: (change: Pick<ReportSearch, 'scope' | 'project'>) => void;
}

/** Whose time a report shows: one’s own, that of a project, or all. */
export function ScopeFilter({ scope, project, onChange }: ScopeFilterProps) {
  const texts = useTexts(reportsTexts);
  const projects = useProjects();
  const name = scope === 'Me' ? texts.scopeMe : scope === 'All' ? texts.scopeAll : (project ?? '');
  return (
    <Menu
      trigger={(props) => (
        <Button {...props} icon={<ChevronDown12Regular />} iconPosition="after">
          {texts.scopeIs({ name })}
        </Button>
      )}
    >
      <MenuItem isChosen={scope === 'Me'} onSelect={() => onChange({ scope: 'Me' })}>
        {texts.scopeMe}
      </MenuItem>
      <MenuItem isChosen={scope === 'All'} onSelect={() => onChange({ scope: 'All' })}>
        {texts.scopeAll}
      </MenuItem>
      <MenuGroup title={texts.project}>
        {(projects.data ?? []).map((each) => (
          <MenuItem
            isChosen={scope === 'Project' && project === each}
            key={each}
            onSelect={() => onChange({ scope: 'Project', project: each })}
          >
            {each}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}
