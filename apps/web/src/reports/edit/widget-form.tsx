import { Field, makeStyles, Textarea } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { TIMEFRAMES } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { frameName } from '../page/frame-name.ts';
import { patched, type WidgetPatch } from './change-widget.ts';
import { ChoicePart, TextPart } from './form-parts.tsx';
import { TypeForm } from './type-form.tsx';
import { endpoints, widgetTypes } from './widget-types.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px 12px' },
  query: {
    '& textarea': { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: '12px', minHeight: '96px' },
  },
});

interface WidgetFormProps {
  readonly widget: Widget;
  readonly onChange: (widget: Widget) => void;
}

/** The fields of a widget, those of all types first. */
export function WidgetForm({ widget, onChange }: WidgetFormProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const patch = (change: WidgetPatch) => onChange(patched(widget, change));
  const type = (name: string) => widgetTypes.find((each) => each === name) ?? widget.type;
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <ChoicePart
          label={texts.widgetType}
          onChange={(name) => patch({ type: type(name) })}
          options={widgetTypes.map((name) => [name, texts[`type${name}`]])}
          value={widget.type}
        />
        <ChoicePart
          label={texts.endpoint}
          onChange={(endpoint) => patch({ endpoint })}
          options={endpoints.map((name) => [name, name])}
          value={widget.endpoint}
        />
        <TextPart label={texts.widgetTitle} onChange={(title) => patch({ title })} value={widget.title} />
        <TextPart
          label={texts.subTitle}
          onChange={(subTitle) => patch({ subTitle })}
          value={widget.subTitle}
        />
      </div>
      <Field label={texts.query} size="small">
        <Textarea
          className={styles.query}
          onChange={(_, { value }) => patch({ query: value === '' ? undefined : value })}
          resize="vertical"
          size="small"
          spellCheck={false}
          value={widget.query ?? ''}
        />
      </Field>
      <ChoicePart
        label={texts.ownTime}
        onChange={(filterType) => patch({ timeframeFilter: filterType === '' ? undefined : { filterType } })}
        options={[
          ['', texts.asPage],
          ...['All', ...TIMEFRAMES].map((name) => [name, frameName(name, texts)] as const),
        ]}
        value={widget.timeframeFilter?.filterType ?? ''}
      />
      <TypeForm onChange={onChange} widget={widget} />
    </div>
  );
}
