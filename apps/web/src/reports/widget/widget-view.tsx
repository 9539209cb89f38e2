import { makeStyles } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { type ReportFilters, widgetColumns } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { cellOf } from '../cells/cell.ts';
import { type ChartData, chartData } from '../charts/chart-data.ts';
import { ColumnsChart } from '../charts/columns-chart.tsx';
import { Legend } from '../charts/legend.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { seriesColour } from '../charts/palette.ts';
import { PieChart } from '../charts/pie-chart.tsx';
import { StackedBarChart } from '../charts/stacked-bar-chart.tsx';
import { wordsOf } from '../charts/words.ts';
import { type FieldWords, fieldWord } from '../data/field-name.ts';
import type { ReportRow } from '../data/rows.ts';
import { FlatTable } from '../tables/flat-table.tsx';
import { HierarchyTable } from '../tables/hierarchy-table.tsx';
import { useCellStyle } from '../tables/use-cell-style.ts';

/** How a widget is looked at: as it is, as the table of its chart, or as a pivot. */
export type WidgetMode = 'own' | 'table' | 'pivot';

interface WidgetViewProps {
  readonly widget: Widget;
  readonly title: string;
  readonly rows: readonly ReportRow[];
  readonly filters: ReportFilters;
  readonly mode: WidgetMode;
}

const useStyles = makeStyles({
  room: { containerType: 'inline-size', display: 'flex', alignItems: 'center', flexGrow: 1 },
  number: {
    fontSize: 'min(32px, 19cqw)',
    lineHeight: '40px',
    fontWeight: 600,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
});

/** The rows of a widget by its type; each chart has a table as its twin. */
export function WidgetView({ widget, title, rows, filters, mode }: WidgetViewProps) {
  const texts = useTexts(reportsTexts);
  switch (widget.type) {
    case 'FlatTable':
      return <FlatTable columns={widget.columns ?? []} label={title} rows={rows} />;
    case 'HierarchyTable':
      return <HierarchyTable filters={filters} label={title} rows={rows} widget={widget} />;
    case 'Number':
      return <NumberView rows={rows} widget={widget} />;
    default:
      if (mode === 'table')
        return (
          <FlatTable
            columns={widgetColumns(widget).map((column) => ({ ...column, title: twinTitle(column, texts) }))}
            label={title}
            rows={rows}
          />
        );
      return <ChartView rows={rows} title={title} widget={widget} />;
  }
}

/** The title of a column of a chart's table. */
function twinTitle(
  { title, field = [] }: { title?: string | undefined; field?: string | readonly string[] | undefined },
  words: FieldWords,
): string {
  return title === undefined || title === '' ? fieldWord([field].flat()[0] ?? '', words) : title;
}

function NumberView({ widget, rows }: { readonly widget: Widget; readonly rows: readonly ReportRow[] }) {
  const styles = useStyles();
  const style = useCellStyle();
  const { number } = useFormats();
  const [row = {}] = rows;
  const value = cellOf({ field: widget.fieldName, formatter: widget.formatter }, row, style).text;
  const nothing = widget.formatter === 'TimeLength' ? style.formats.length(0) : number(0);
  const shown = widget.showCount === true ? number(rows.length) : value === '' ? nothing : value;
  return (
    <div className={styles.room}>
      <div className={styles.number} title={shown}>
        {shown}
      </div>
    </div>
  );
}

function ChartView(props: {
  readonly widget: Widget;
  readonly title: string;
  readonly rows: readonly ReportRow[];
}) {
  const { widget, title, rows } = props;
  const formats = useFormats();
  const texts = useTexts(reportsTexts);
  const data = named(chartData(widget, rows), texts.fieldTracked);
  const words = wordsOf(data, formats, {
    granularity: widget.xAxis?.granularity,
    noName: texts.noName,
  });
  if (widget.type === 'Pie') {
    const { innerRadius, showLegend } = (widget.chartSettings ?? {}) as Readonly<Record<string, unknown>>;
    return (
      <PieChart
        data={data}
        hasLegend={showLegend !== false}
        innerPercent={typeof innerRadius === 'number' ? innerRadius : 0}
        label={texts.chartLabel({ name: title })}
        others={texts.others}
        words={words}
      />
    );
  }
  const Chart =
    widget.type === 'Line' ? LineChart : widget.type === 'Columns' ? ColumnsChart : StackedBarChart;
  return (
    <>
      {data.series.length > 1 && (
        <Legend
          entries={data.series.map(({ name }, index) => ({
            name: name === '' ? texts.noName : name,
            colour: seriesColour(index),
          }))}
        />
      )}
      <Chart data={data} label={texts.chartLabel({ name: title })} words={words} />
    </>
  );
}

/** Series without a title of their own are named by a word, not by a field. */
function named(data: ChartData, tracked: string): ChartData {
  const word = (name: string) => (name === 'PeriodLength' ? tracked : name);
  return { ...data, series: data.series.map((series) => ({ ...series, name: word(series.name) })) };
}
