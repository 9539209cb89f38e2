import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { ActivityDot, colours, IconButton, Menu, MenuItem, MenuRule, useFormats, useTexts } from '@stint/ui';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { useActivityTypes, useOpenBudgets } from '../data/use-explorer-data.ts';
import type { Selection } from '../grid/use-selection.ts';
import type { Bulk } from './use-bulk.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    flexShrink: 0,
    alignItems: 'center',
    gap: '6px 8px',
    minHeight: '32px',
  },
  count: { marginRight: '8px', color: colours.ink, fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
});

interface BulkBarProps {
  readonly selection: Selection;
  readonly bulk: Bulk;
  readonly seesBudgets: boolean;
}

/** What is selected, and what can be done with all of it. */
export function BulkBar({ selection, bulk, seesBudgets }: BulkBarProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const formats = useFormats();
  const types = useActivityTypes().data;
  const budgets = useOpenBudgets(seesBudgets).data ?? [];
  const ids = [...selection.ids.keys()];
  const seconds = [...selection.ids.values()].reduce((sum, each) => sum + each, 0);
  const isBusy = bulk.progress !== null;
  return (
    <div aria-label={texts.selection} className={styles.bar} role="toolbar">
      <span aria-live="polite" className={styles.count}>
        {bulk.progress
          ? texts.progress({ through: bulk.progress.through, count: bulk.progress.of })
          : texts.selected({ count: ids.length, length: formats.length(seconds) })}
      </span>
      {types?.enabled && (
        <BulkMenu isDisabled={isBusy} name={texts.activityType}>
          {types.activityTypes.map(({ id, name, color }) => (
            <MenuItem key={id} onSelect={() => bulk.change(ids, { activityTypeId: id })}>
              <ActivityDot color={color} />
              {name}
            </MenuItem>
          ))}
        </BulkMenu>
      )}
      {seesBudgets && (
        <>
          <BulkMenu isDisabled={isBusy} name={texts.billable}>
            <MenuItem onSelect={() => bulk.change(ids, { isBillable: true })}>{texts.makeBillable}</MenuItem>
            <MenuItem onSelect={() => bulk.change(ids, { isBillable: false })}>{texts.makeFree}</MenuItem>
          </BulkMenu>
          <BulkMenu isDisabled={isBusy} name={texts.budget}>
            {budgets.map(({ id, name }) => (
              <MenuItem key={id} onSelect={() => bulk.change(ids, { budgetId: id })}>
                {name}
              </MenuItem>
            ))}
            {budgets.length > 0 && <MenuRule />}
            <MenuItem onSelect={() => bulk.change(ids, { budgetId: '' })}>{texts.detachBudget}</MenuItem>
          </BulkMenu>
        </>
      )}
      <Button
        disabled={isBusy}
        icon={<Delete16Regular />}
        onClick={() => bulk.remove(ids)}
        size="small"
        title="Del"
      >
        {texts.delete}
      </Button>
      <IconButton
        disabled={isBusy}
        icon={<Dismiss16Regular />}
        name={texts.selectNone}
        onClick={() => selection.set(new Map())}
      />
    </div>
  );
}

function BulkMenu(props: {
  readonly name: string;
  readonly isDisabled: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <Menu
      trigger={(trigger) => (
        <Button
          {...trigger}
          disabled={props.isDisabled}
          icon={<ChevronDown12Regular />}
          iconPosition="after"
          size="small"
        >
          {props.name}
        </Button>
      )}
    >
      {props.children}
    </Menu>
  );
}
