import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { DataBarVertical20Regular } from '@fluentui/react-icons/svg/data-bar-vertical';
import { Table20Regular } from '@fluentui/react-icons/svg/table';
import type { Widget } from '@stint/contract';
import type { ReportFilters } from '@stint/domain';
import { colours, IconButton, useFormats, useTexts } from '@stint/ui';
import { type ReactNode, useId, useRef, useState } from 'react';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { WidgetContent } from './widget-content.tsx';
import { WidgetMenu } from './widget-menu.tsx';
import type { WidgetMode } from './widget-view.tsx';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    boxSizing: 'border-box',
    minWidth: 0,
    border: `1px solid ${colours.line}`,
    borderRadius: '8px',
    backgroundColor: colours.panel,
    overflow: 'hidden',
  },
  header: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '10px 8px 6px 16px',
    flexShrink: 0,
  },
  titles: { flexGrow: 1, minWidth: 0 },
  title: {
    margin: 0,
    fontSize: '14px',
    lineHeight: '24px',
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  sub: { fontWeight: 400, color: colours.dim, marginLeft: '8px' },
  below: { display: 'block', marginLeft: 0, fontSize: '12px', lineHeight: '14px' },
  body: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, padding: '0 16px 12px' },
  table: { paddingBottom: 0 },
  tools: { display: 'flex', flexShrink: 0, '@media (pointer: coarse)': { marginBlock: '-8px' } },
});

interface WidgetFrameProps {
  readonly widget: Widget;
  readonly title: string;
  readonly filters: ReportFilters;
  /** Acts that change the report, where it is changed. */
  readonly acts?: ReactNode;
  /** What one takes hold of to move the widget. */
  readonly handle?: ReactNode;
}

/** One widget of a report with its title, its table twin, and what can be done with it. */
export function WidgetFrame({ widget, title, filters, acts, handle }: WidgetFrameProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const formats = useFormats();
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const [mode, setMode] = useState<WidgetMode>('own');
  const { days } = filters;
  const isTable = widget.type === 'FlatTable' || widget.type === 'HierarchyTable';
  const isChart = !isTable && widget.type !== 'Number';
  const showsDays = days !== null && (widget.timeframeFilter !== undefined || widget.autoSubtitle === true);
  const sub = widget.subTitle ?? (showsDays ? formats.days(days.from, days.to) : '');
  return (
    <section aria-labelledby={id} className={styles.frame} data-widget={widget.type} ref={frame}>
      <div className={styles.header}>
        {handle}
        <div className={styles.titles}>
          <h2 className={styles.title} id={id} title={`${title} ${sub}`}>
            {title}
            {sub !== '' && (
              <span className={mergeClasses(styles.sub, widget.type === 'Number' && styles.below)}>
                {sub}
              </span>
            )}
          </h2>
        </div>
        <div className={styles.tools}>
          {isChart && (
            <IconButton
              icon={mode === 'own' ? <Table20Regular /> : <DataBarVertical20Regular />}
              name={mode === 'own' ? texts.asTable({ name: title }) : texts.asChart({ name: title })}
              onClick={() => setMode(mode === 'own' ? 'table' : 'own')}
            />
          )}
          <WidgetMenu
            filters={filters}
            frame={frame}
            isPivot={mode === 'pivot'}
            onPivot={() => setMode(mode === 'pivot' ? 'own' : 'pivot')}
            title={title}
            widget={widget}
          />
          {acts}
        </div>
      </div>
      <div className={mergeClasses(styles.body, (isTable || mode !== 'own') && styles.table)}>
        <WidgetContent filters={filters} mode={mode} title={title} widget={widget} />
      </div>
    </section>
  );
}
