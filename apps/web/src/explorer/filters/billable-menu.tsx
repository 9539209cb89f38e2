import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Menu, MenuItem, useTexts } from '@stint/ui';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { periodsTexts } from '../../texts/periods/texts.ts';

const useStyles = makeStyles({
  button: { minWidth: 0, padding: '0 8px' },
  open: { fontWeight: 400 },
});

interface BillableMenuProps {
  readonly isBillable: boolean | null;
  readonly onChange: (isBillable: boolean | null) => void;
}

/** Shows all worklogs, those that are billable, or those that are not. */
export function BillableMenu({ isBillable, onChange }: BillableMenuProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const periods = useTexts(periodsTexts);
  const choices = [
    [null, periods.filterNone({ name: texts.billable })],
    [true, texts.onlyBillable],
    [false, texts.onlyFree],
  ] as const;
  return (
    <Menu
      trigger={(props) => (
        <Button
          {...props}
          aria-label={isBillable === null ? periods.filterNone({ name: texts.billable }) : undefined}
          className={mergeClasses(styles.button, isBillable === null && styles.open)}
          icon={<ChevronDown12Regular />}
          iconPosition="after"
        >
          {isBillable === null ? texts.billable : choices.find(([value]) => value === isBillable)?.[1]}
        </Button>
      )}
    >
      {choices.map(([value, name]) => (
        <MenuItem isChosen={value === isBillable} key={name} onSelect={() => onChange(value)}>
          {name}
        </MenuItem>
      ))}
    </Menu>
  );
}
