import { Button } from '@fluentui/react-components';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import { GroupList20Regular } from '@fluentui/react-icons/svg/group-list';
import { TableSettings16Regular } from '@fluentui/react-icons/svg/table-settings';
import { Menu, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { explorerTexts } from '../texts/explorer/texts.ts';
import { exportAddress } from './data/addresses.ts';
import { groupedBy } from './view/change-view.ts';
import { groupingOf, groupingsFor } from './view/groupings.ts';
import type { View } from './view/view.ts';

interface ViewMenusProps {
  readonly view: View;
  readonly condition: string;
  readonly seesBudgets: boolean;
  readonly onChange: (view: View) => void;
  readonly onColumns: () => void;
}

/** How the worklogs are shown: grouped, in which columns, as a file. */
export function ViewMenus({ view, condition, seesBudgets, onChange, onColumns }: ViewMenusProps) {
  const texts = useTexts(explorerTexts);
  const names = view.groupBy.flatMap((field) => {
    const grouping = groupingOf(field);
    return grouping ? [texts[grouping.key]] : [];
  });
  const save = (format: 'csv' | 'xlsx') => {
    const link = document.createElement('a');
    link.href = exportAddress(condition, view, format);
    link.download = `${texts.fileName}.${format}`;
    link.click();
  };
  return (
    <>
      <Menu
        trigger={(props) => (
          <Button {...props} icon={<GroupList20Regular />}>
            {names.length === 0 ? texts.group : texts.groupedBy({ names: names.join(' › ') })}
          </Button>
        )}
      >
        {groupingsFor(seesBudgets).map(({ field, key }) => (
          <MenuItem
            isChosen={view.groupBy.includes(field)}
            isOneOfMany
            key={field}
            onSelect={() => onChange(groupedBy(view, field))}
          >
            {texts[key]}
          </MenuItem>
        ))}
        <MenuRule />
        <MenuItem onSelect={() => onChange({ ...view, groupBy: [] })}>{texts.noGroups}</MenuItem>
      </Menu>
      <Button icon={<TableSettings16Regular />} onClick={onColumns}>
        {texts.columns}
      </Button>
      <Menu
        trigger={(props) => (
          <Button {...props} icon={<ArrowDownload16Regular />}>
            {texts.export}
          </Button>
        )}
      >
        <MenuItem onSelect={() => save('csv')}>{texts.exportCsv}</MenuItem>
        <MenuItem onSelect={() => save('xlsx')}>{texts.exportXlsx}</MenuItem>
      </Menu>
    </>
  );
}
