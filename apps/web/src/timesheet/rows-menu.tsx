import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Menu, MenuGroup, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { type RowChoice, type RowFilter, ROW_FILTERS, toggleFilter } from './row-filter.ts';
import { useProjects } from '../worklogs/use-projects.ts';

const useStyles = makeStyles({ button: { fontWeight: 400 } });

/** How many days are shown. */
export type Span = 'week' | 'month';

interface RowsMenuProps {
  readonly choice: RowChoice;
  readonly onChoice: (choice: RowChoice) => void;
  readonly span: Span;
  readonly onSpan: (span: Span) => void;
}

/** A button with a menu of what rows and days there are; it says what was chosen. */
export function RowsMenu({ choice, onChoice, span, onSpan }: RowsMenuProps) {
  const styles = useStyles();
  const texts = useTexts(timesheetTexts);
  const projects = useProjects();
  const { filters, project } = choice;
  const names: Readonly<Record<RowFilter, string>> = {
    iterations: texts.iterations,
    mine: texts.mine,
    weeks1: texts.weeks({ count: 1 }),
    weeks2: texts.weeks({ count: 2 }),
    weeks4: texts.weeks({ count: 4 }),
    parents: texts.parents,
  };
  const chosen = [
    ...filters.filter((each) => each !== 'parents').map((each) => names[each]),
    ...(project === null ? [] : [project]),
  ];
  const [only = texts.onlyWithTime] = chosen;
  const name = chosen.length > 1 ? texts.rowsChosen({ count: chosen.length }) : texts.rowsOf({ name: only });
  const item = (filter: RowFilter) => (
    <MenuItem
      isChosen={filters.includes(filter)}
      isOneOfMany
      key={filter}
      onSelect={() => onChoice({ ...choice, filters: toggleFilter(filters, filter) })}
    >
      {names[filter]}
    </MenuItem>
  );
  return (
    <Menu
      trigger={(props) => (
        <Button {...props} className={styles.button} icon={<ChevronDown12Regular />} iconPosition="after">
          {name}
        </Button>
      )}
    >
      <MenuGroup title={texts.addItems}>
        {ROW_FILTERS.filter((each) => each !== 'parents').map(item)}
      </MenuGroup>
      <MenuRule />
      <MenuGroup title={texts.groupRows}>{item('parents')}</MenuGroup>
      <MenuRule />
      <MenuGroup title={texts.project}>
        <MenuItem isChosen={project === null} onSelect={() => onChoice({ ...choice, project: null })}>
          {texts.allProjects}
        </MenuItem>
        {projects.map((each) => (
          <MenuItem
            isChosen={project === each}
            key={each}
            onSelect={() => onChoice({ ...choice, project: each })}
          >
            {each}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuRule />
      <MenuGroup title={texts.span}>
        <MenuItem isChosen={span === 'week'} onSelect={() => onSpan('week')}>
          {texts.spanWeek}
        </MenuItem>
        <MenuItem isChosen={span === 'month'} onSelect={() => onSpan('month')}>
          {texts.spanMonth}
        </MenuItem>
      </MenuGroup>
    </Menu>
  );
}
