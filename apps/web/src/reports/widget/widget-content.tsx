import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { may, type ReportFilters, widgetAddress } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { useErrorText } from '../../api/message.ts';
import { useSession } from '../../api/session.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { adaptRows } from '../data/adapters.ts';
import { MOST_ROWS, useWidgetRows } from '../data/use-widget-rows.ts';
import { PivotView } from '../pivot/pivot-view.tsx';
import { WidgetView, type WidgetMode } from './widget-view.tsx';

const useStyles = makeStyles({
  state: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '4px',
    color: colours.dim,
    overflow: 'auto',
  },
  fault: { margin: 0, color: colours.fault, overflowWrap: 'anywhere' },
  oneLine: { width: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  note: { margin: '4px 0 0', fontSize: '12px', color: colours.dim },
  skeleton: {
    flexGrow: 1,
    borderRadius: '6px',
    backgroundColor: colours.soft,
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '100ms',
    animationDelay: '300ms',
    animationFillMode: 'both',
  },
});

interface WidgetContentProps {
  readonly widget: Widget;
  readonly title: string;
  readonly filters: ReportFilters;
  readonly mode: WidgetMode;
}

/** What a widget shows: its rows as chart, table or pivot, or why there is nothing to show. */
export function WidgetContent({ widget, title, filters, mode }: WidgetContentProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const errorText = useErrorText();
  const { settings } = useFormats();
  const query = useWidgetRows(widgetAddress(widget, filters));
  const common = useTexts(commonTexts);
  const { role } = useSession();
  if (query.error && query.data === undefined) {
    return (
      <div className={styles.state} role="alert">
        <p
          className={mergeClasses(styles.fault, widget.type === 'Number' && styles.oneLine)}
          title={errorText(query.error)}
        >
          {errorText(query.error)}
        </p>
        <Button onClick={() => void query.refetch()} size="small">
          {texts.tryAgain}
        </Button>
      </div>
    );
  }
  if (query.data === undefined)
    return <div aria-busy aria-label={texts.loading} className={styles.skeleton} role="status" />;
  // The service answers those who may not see budgets with none.
  if (widget.endpoint.toLowerCase().includes('budgets') && !may(role, 'manageBudgets'))
    return <div className={styles.state}>{common.roleNeeded({ needed: 'Budget', own: role })}</div>;
  const { noWorkItem, others } = texts;
  const context = { days: filters.days, firstDay: settings.weekRules.firstDay, noWorkItem, others };
  const rows = adaptRows(widget, query.data.rows, context);
  if (rows.length === 0 && widget.type !== 'Number')
    return <div className={styles.state}>{texts.nothingInFrame}</div>;
  return (
    <>
      {mode === 'pivot' ? (
        <PivotView rows={query.data.rows} title={title} widget={widget} />
      ) : (
        <WidgetView filters={filters} mode={mode} rows={rows} title={title} widget={widget} />
      )}
      {query.data.isCut && <p className={styles.note}>{texts.onlyFirstRows({ count: MOST_ROWS })}</p>}
    </>
  );
}
