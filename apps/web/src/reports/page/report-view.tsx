import { Button, makeStyles } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useMemo } from 'react';
import { BackLink } from '../../components/back-link.tsx';
import { Page } from '../../components/page.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { reportWordsTexts } from '../../texts/report-words/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import type { LoadedReport } from '../data/use-reports.ts';
import { WidgetGrid } from '../grid/widget-grid.tsx';
import { useReportCommands } from '../list/use-report-commands.ts';
import { WidgetFrame } from '../widget/widget-frame.tsx';
import { aboutReport, inLanguage } from './built-in-words.ts';
import { filtersOf, type ReportSearch, timeframeOf, withScope, withTime } from './frame.ts';
import { ReportMenu } from './report-menu.tsx';
import { ScopeFilter } from './scope-filter.tsx';
import { TimeFilter } from './time-filter.tsx';

const useStyles = makeStyles({
  about: { margin: '-8px 0 0', color: colours.dim, maxWidth: '80ch' },
});

interface ReportViewProps {
  readonly loaded: LoadedReport;
  readonly search: ReportSearch;
  readonly onSearch: (search: ReportSearch) => void;
}

/** A report to look at: its widgets, limited to the time and the people that one chooses. */
export function ReportView({ loaded, search, onSearch }: ReportViewProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const words = useTexts(reportWordsTexts);
  const formats = useFormats();
  const { report } = loaded;
  const { copy } = useReportCommands();
  const { name, description } = aboutReport(report, words);
  const widgets = useMemo(
    () =>
      report.builtIn === null ? report.widgets : report.widgets.map((widget) => inLanguage(widget, words)),
    [report, words],
  );
  const at = { today: formats.today(), firstDay: formats.settings.weekRules.firstDay };
  const limits = (widget: Widget) => filtersOf(search, report, widget.timeframeFilter, at);
  const titleOf = (widget: Widget) => widget.title ?? texts[`type${widget.type}`];
  return (
    <Page
      action={
        report.isCanEdit ? (
          <Button appearance="primary" onClick={() => onSearch({ ...search, edit: true })}>
            {texts.edit}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => copy.mutate({ id: report.id, name })}>
            {texts.copyToChange}
          </Button>
        )
      }
      beside={<BackLink to="/reports">{texts.allReports}</BackLink>}
      title={name}
      tools={
        <>
          <TimeFilter
            onChange={(change) => onSearch(withTime(search, change))}
            value={timeframeOf(search, report)}
          />
          <ScopeFilter
            onChange={(change) => onSearch(withScope(search, change))}
            project={search.project ?? report.project}
            scope={search.scope ?? report.scope}
          />
          <ReportMenu loaded={loaded} name={name} />
        </>
      }
    >
      {description !== '' && <p className={styles.about}>{description}</p>}
      {widgets.length === 0 ? (
        <StateMessage text={texts.noWidgetsText} title={texts.noWidgetsYet} />
      ) : (
        <WidgetGrid titleOf={titleOf} widgets={widgets}>
          {(widget) => <WidgetFrame filters={limits(widget)} title={titleOf(widget)} widget={widget} />}
        </WidgetGrid>
      )}
    </Page>
  );
}
