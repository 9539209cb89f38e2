import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import type { Widget } from '@stint/contract';
import { IconButton, useFormats, useTexts } from '@stint/ui';
import { lazy, Suspense, useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { Banner } from '../../components/banner.tsx';
import { Page } from '../../components/page.tsx';
import { StateMessage } from '../../components/state-message.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import type { LoadedReport } from '../data/use-reports.ts';
import { widened } from '../grid/layout.ts';
import { WidgetGrid } from '../grid/widget-grid.tsx';
import { filtersOf } from '../page/frame.ts';
import { WidgetFrame } from '../widget/widget-frame.tsx';
import { refusedWidget, withMore, withoutWidget, withPlaces, withWidget } from './draft.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { ReportSettings } from './report-settings.tsx';
import { useReportDraft } from './use-report-draft.ts';

const WidgetEditor = lazy(async () => ({ default: (await import('./widget-editor.tsx')).WidgetEditor }));

const useStyles = makeStyles({ banner: { margin: '0 -20px' } });

/** What a new widget is at first. */
const NEW: Widget = {
  type: 'Columns',
  endpoint: 'workLogsOnly',
  query:
    '$apply=groupby((User/Name),aggregate(PeriodLength with sum as PeriodLength))&$orderby=PeriodLength desc',
  xAxis: { type: 'category' },
  yAxis: { type: 'duration' },
  series: { fieldX: 'User.Name', fieldY: 'PeriodLength' },
  w: 6,
  h: 2,
};

interface ReportEditorProps {
  readonly loaded: LoadedReport;
  readonly onLeave: () => void;
}

/** A report that is being changed: its settings, its widgets and their places. */
export function ReportEditor({ loaded, onLeave }: ReportEditorProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  const errorText = useErrorText();
  const toast = useToast();
  const { draft, save, isOutdated } = useReportDraft(loaded, onLeave);
  const [edited, setEdited] = useState<number | null>(null);
  const [isPasting, setPasting] = useState(false);
  const { value, change } = draft;
  const at = { today: formats.today(), firstDay: formats.settings.weekRules.firstDay };
  const limits = (widget: Widget) => filtersOf({}, value, widget.timeframeFilter, at);
  const titleOf = (widget: Widget) => widget.title ?? texts[`type${widget.type}`];
  const remove = (index: number, widget: Widget) => {
    const before = value;
    change(withoutWidget(value, index));
    toast({
      text: texts.removed({ name: titleOf(widget) }),
      action: { name: common.undo, run: () => change(before) },
    });
  };
  const discard = () => {
    draft.discard();
    toast({ text: texts.discarded, action: { name: common.undo, run: () => change(value) } });
    onLeave();
  };
  const refused = save.error ? refusedWidget(save.error.message) : null;
  const isNameMissing = value.name.trim() === '';
  return (
    <Page
      action={
        <Button
          appearance="primary"
          disabled={isNameMissing || save.isPending}
          onClick={() => save.mutate({ isOver: false })}
        >
          {common.save}
        </Button>
      }
      title={value.name.trim() === '' ? texts.newReport : value.name}
      tools={
        <>
          <Button icon={<Add16Regular />} onClick={() => setEdited(value.widgets.length)}>
            {texts.addWidget}
          </Button>
          <Button onClick={() => setPasting(true)}>{texts.paste}</Button>
          <Button onClick={discard}>{texts.discard}</Button>
        </>
      }
    >
      {save.error && (
        <div className={styles.banner}>
          <Banner
            actions={
              isOutdated ? (
                <Button onClick={() => save.mutate({ isOver: true })} size="small">
                  {texts.saveOver}
                </Button>
              ) : refused !== null && refused < value.widgets.length ? (
                <Button onClick={() => setEdited(refused)} size="small">
                  {texts.showRefused}
                </Button>
              ) : null
            }
            kind="fault"
            onDismiss={save.reset}
          >
            {isOutdated ? texts.changedMeanwhile : errorText(save.error)}
          </Banner>
        </div>
      )}
      {draft.isRestored && !save.error && <span role="status">{texts.restored}</span>}
      <ReportSettings draft={value} onChange={change} />
      {value.widgets.length === 0 ? (
        <StateMessage text={texts.noWidgetsText} title={texts.noWidgetsYet} />
      ) : (
        <WidgetGrid
          onPlaces={(places) => change(withPlaces(value, places))}
          titleOf={titleOf}
          widgets={value.widgets}
        >
          {(widget, index, handle) => (
            <WidgetFrame
              acts={
                <>
                  <IconButton
                    icon={<Edit16Regular />}
                    name={texts.editWidget({ name: titleOf(widget) })}
                    onClick={() => setEdited(index)}
                  />
                  <IconButton
                    icon={<Copy16Regular />}
                    name={texts.duplicateWidget({ name: titleOf(widget) })}
                    onClick={() => change(withMore(value, [widget]))}
                  />
                  <IconButton
                    icon={<Delete16Regular />}
                    name={texts.removeWidget({ name: titleOf(widget) })}
                    onClick={() => remove(index, widget)}
                  />
                </>
              }
              filters={limits(widget)}
              handle={handle}
              title={titleOf(widget)}
              widget={widget}
            />
          )}
        </WidgetGrid>
      )}
      {edited !== null && (
        <Suspense>
          <WidgetEditor
            filtersOf={limits}
            initial={value.widgets[edited] ?? NEW}
            onApply={(widget) => {
              change(withWidget(value, edited, widget));
              setEdited(null);
            }}
            onClose={() => setEdited(null)}
            refusal={edited === refused && save.error ? errorText(save.error) : null}
          />
        </Suspense>
      )}
      {isPasting && (
        <PasteDialog
          onClose={() => setPasting(false)}
          onPaste={({ widgets, timeframeFilter, name, description }) => {
            const isWhole = value.widgets.length === 0;
            change({
              ...withMore(value, widened(widgets)),
              ...(isWhole && timeframeFilter !== null && { timeframeFilter }),
              ...(isWhole && name !== null && { name }),
              ...(isWhole && description !== null && { description }),
            });
            setPasting(false);
          }}
        />
      )}
    </Page>
  );
}
