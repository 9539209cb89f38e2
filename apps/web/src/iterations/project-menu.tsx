import { Button } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Menu, MenuItem, useTexts } from '@stint/ui';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useProjects } from '../worklogs/use-projects.ts';

interface ProjectMenuProps {
  /** null for all. */
  readonly project: string | null;
  readonly onChange: (project: string | null) => void;
}

/** Whose iterations are shown: those of one project, or of all. */
export function ProjectMenu({ project, onChange }: ProjectMenuProps) {
  const texts = useTexts(iterationsTexts);
  const projects = useProjects();
  const isKnown = project === null || projects.includes(project);
  return (
    <Menu
      trigger={(props) => (
        <Button {...props} icon={<ChevronDown12Regular />} iconPosition="after">
          {project ?? texts.allProjects}
        </Button>
      )}
    >
      <MenuItem isChosen={project === null} onSelect={() => onChange(null)}>
        {texts.allProjects}
      </MenuItem>
      {[...projects, ...(isKnown ? [] : [project])].map((each) => (
        <MenuItem isChosen={each === project} key={each} onSelect={() => onChange(each)}>
          {each}
        </MenuItem>
      ))}
    </Menu>
  );
}
