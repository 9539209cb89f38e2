import { Button, makeStyles } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { ReportSummary } from '@stint/contract';
import { colours, Menu, MenuItem, useFormats, useTexts } from '@stint/ui';
import { Link } from '@tanstack/react-router';
import { Row } from '../../components/row-list.tsx';
import { reportWordsTexts } from '../../texts/report-words/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { aboutReport } from '../page/built-in-words.ts';
import { useReportCommands } from './use-report-commands.ts';

const useStyles = makeStyles({
  name: { color: colours.ink, textDecorationLine: 'none', ':hover': { textDecorationLine: 'underline' } },
});

interface ReportRowProps {
  readonly report: ReportSummary;
  /** Left out where the order is not one’s own. */
  readonly onMove?: (id: string, step: -1 | 1) => void;
}

/** One report of the list, with what can be done with it. */
export function ReportRow({ report, onMove }: ReportRowProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const words = useTexts(reportWordsTexts);
  const formats = useFormats();
  const { copy, remove } = useReportCommands();
  const { name, description } = aboutReport(report, words);
  const { id, isCanEdit } = report;
  const details = [
    description,
    report.builtIn === null && !isCanEdit && report.ownerName !== null ? report.ownerName : '',
    report.visibility === 'organization' && report.builtIn === null ? texts.forEverybody : '',
    report.shareId === null ? '' : texts.hasLink,
    report.changed === null ? '' : texts.changedOn({ date: formats.date(report.changed) }),
  ];
  return (
    <Row
      action={
        <Menu
          trigger={(props) => (
            <Button
              {...props}
              appearance="subtle"
              aria-label={texts.moreOf({ name })}
              icon={<MoreHorizontal20Regular />}
              size="small"
              title={texts.more}
            />
          )}
        >
          <MenuItem onSelect={() => copy.mutate({ id, name })}>{texts.copyReport}</MenuItem>
          {onMove && <MenuItem onSelect={() => onMove(id, -1)}>{texts.moveUp}</MenuItem>}
          {onMove && <MenuItem onSelect={() => onMove(id, 1)}>{texts.moveDown}</MenuItem>}
          {isCanEdit && (
            <MenuItem onSelect={() => remove.mutate({ id, name })}>{texts.deleteReport}</MenuItem>
          )}
        </Menu>
      }
      detail={details.filter((text) => text !== '').join(' · ')}
      name={
        <Link className={styles.name} params={{ id }} title={name} to="/reports/$id">
          {name}
        </Link>
      }
    />
  );
}
