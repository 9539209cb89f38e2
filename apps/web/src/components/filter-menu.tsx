import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Menu, MenuItem, MenuRule, useTexts } from '@stint/ui';
import type { ReactNode } from 'react';
import { periodsTexts } from '../texts/periods/texts.ts';

/** One thing to filter by. */
export interface FilterOption {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
}

const useStyles = makeStyles({
  button: { minWidth: 0, padding: '0 8px' },
  // Bold is what narrows the view.
  open: { fontWeight: 400 },
});

interface FilterMenuProps {
  /** What is filtered by, such as `Activity types`. */
  readonly name: string;
  readonly options: readonly FilterOption[];
  /** The ids that are chosen; none lets everything pass. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A button with a menu of what to show; several may be chosen, and the button says how many. */
export function FilterMenu({ name, options, chosen, onChange }: FilterMenuProps) {
  const styles = useStyles();
  const texts = useTexts(periodsTexts);
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Menu
      trigger={(props) => (
        <Button
          {...props}
          aria-label={chosen.length === 0 ? texts.filterNone({ name }) : undefined}
          className={mergeClasses(styles.button, chosen.length === 0 && styles.open)}
          icon={<ChevronDown12Regular />}
          iconPosition="after"
        >
          {chosen.length === 0 ? name : texts.filterSome({ name, count: chosen.length })}
        </Button>
      )}
    >
      {options.map((option) => (
        <MenuItem
          isChosen={chosen.includes(option.id)}
          isOneOfMany
          key={option.id}
          onSelect={() => toggle(option.id)}
        >
          {option.icon}
          {option.name}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem onSelect={() => onChange([])}>{texts.showAll}</MenuItem>
    </Menu>
  );
}
