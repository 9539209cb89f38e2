import { Button } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Menu, MenuItem, useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import type { LoadedReport } from '../data/use-reports.ts';
import { useReportCommands } from '../list/use-report-commands.ts';

/** What can be done with a report as a whole. */
export function ReportMenu({ loaded, name }: { readonly loaded: LoadedReport; readonly name: string }) {
  const texts = useTexts(reportsTexts);
  const { copy, remove } = useReportCommands();
  const { id, isCanEdit } = loaded.report;
  return (
    <Menu
      trigger={(props) => (
        <Button
          {...props}
          aria-label={texts.moreOf({ name })}
          icon={<MoreHorizontal20Regular />}
          title={texts.more}
        />
      )}
    >
      <MenuItem onSelect={() => copy.mutate({ id, name })}>{texts.copyReport}</MenuItem>
      {isCanEdit && <MenuItem onSelect={() => remove.mutate({ id, name })}>{texts.deleteReport}</MenuItem>}
    </Menu>
  );
}
