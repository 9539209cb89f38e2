import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { type ReportFilters, widgetFault } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { useState } from 'react';
import { fault } from '../../components/fault.ts';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { WidgetFrame } from '../widget/widget-frame.tsx';
import { faultText } from './fault-text.ts';
import { readWidgets } from './read-widgets.ts';
import { useSettled } from './use-settled.ts';
import { WidgetForm } from './widget-form.tsx';

const useStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: '20px',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  tabs: { display: 'flex', gap: '4px', marginBottom: '12px' },
  json: {
    '& textarea': { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '12px', minHeight: '420px' },
  },
  preview: { height: '360px', position: 'sticky', top: 0 },
  previewTitle: { margin: '0 0 8px', fontSize: '12px', fontWeight: 600, color: colours.dim },
  refusal: { margin: '0 0 12px', color: colours.fault, overflowWrap: 'anywhere' },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '16px' },
});

/** How long the preview waits for the next key, in milliseconds. */
const PREVIEW_WAITS = 400;

interface WidgetEditorProps {
  readonly initial: Widget;
  readonly filtersOf: (widget: Widget) => ReportFilters;
  /** Why the server refused the widget as it was; null when it did not. */
  readonly refusal: string | null;
  readonly onApply: (widget: Widget) => void;
  readonly onClose: () => void;
}

/** Changes one widget, by a form or as JSON, and shows beside it what it will be. */
export function WidgetEditor({ initial, filtersOf, refusal, onApply, onClose }: WidgetEditorProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const [widget, setWidget] = useState(initial);
  const [json, setJson] = useState<string | null>(null);
  const read = json === null ? null : readWidgets(json);
  const jsonFault = read && !read.ok ? faultText(read.fault, texts) : null;
  const broken = widgetFault(widget);
  const shown = useSettled(widget, PREVIEW_WAITS);
  const onJson = (text: string) => {
    setJson(text);
    const found = readWidgets(text);
    const [first] = found.ok ? found.pasted.widgets : [];
    if (first) setWidget(first);
  };
  return (
    <Modal isWide onClose={onClose} title={texts.widgetEditor}>
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.parts}>
        <div>
          <div className={styles.tabs}>
            <Tab isOpen={json === null} name={texts.form} onOpen={() => setJson(null)} />
            <Tab
              isOpen={json !== null}
              name={texts.json}
              onOpen={() => setJson(JSON.stringify(widget, null, 2))}
            />
          </div>
          {json === null ? (
            <WidgetForm onChange={setWidget} widget={widget} />
          ) : (
            <Field label={texts.json} {...fault(jsonFault)}>
              <Textarea
                className={styles.json}
                onChange={(_, { value }) => onJson(value)}
                resize="vertical"
                spellCheck={false}
                value={json}
              />
            </Field>
          )}
        </div>
        <div>
          <h3 className={styles.previewTitle}>{texts.preview}</h3>
          <div className={styles.preview}>
            {widgetFault(shown) === null && shown.endpoint !== '' && (
              <WidgetFrame
                filters={filtersOf(shown)}
                title={shown.title ?? texts[`type${shown.type}`]}
                widget={shown}
              />
            )}
            {broken !== null && json === null && (
              <p className={styles.refusal} role="status">
                {faultText(broken, texts)}
              </p>
            )}
          </div>
        </div>
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          appearance="primary"
          disabled={broken !== null || jsonFault !== null}
          onClick={() => onApply(widget)}
        >
          {texts.apply}
        </Button>
      </div>
    </Modal>
  );
}

function Tab(props: { readonly name: string; readonly isOpen: boolean; readonly onOpen: () => void }) {
  return (
    <Button
      appearance={props.isOpen ? 'outline' : 'subtle'}
      aria-pressed={props.isOpen}
      onClick={props.onOpen}
      size="small"
    >
      {props.name}
    </Button>
  );
}
