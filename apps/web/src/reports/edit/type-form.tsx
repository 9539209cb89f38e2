import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { hasAdapter, patched, type WidgetPatch, withAdapter } from './change-widget.ts';
import { ColumnsForm } from './columns-form.tsx';
import { ChoicePart, TextPart } from './form-parts.tsx';
import type { TypeFormProps } from './type-form-props.ts';
import { formatters } from './widget-types.ts';
import { SeriesForm } from './series-form.tsx';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px 12px', alignItems: 'end' },
});

/** The fields that only the type of a widget has. */
export function TypeForm({ widget, onChange }: TypeFormProps) {
  switch (widget.type) {
    case 'FlatTable':
      return <ColumnsForm onChange={onChange} widget={widget} />;
    case 'HierarchyTable':
      return <HierarchyForm onChange={onChange} widget={widget} />;
    case 'Pie':
      return <PieForm onChange={onChange} widget={widget} />;
    case 'Number':
      return <NumberForm onChange={onChange} widget={widget} />;
    default:
      return <SeriesForm onChange={onChange} widget={widget} />;
  }
}

const HIERARCHY_TYPES = ['workItems', 'workLogs', 'rootExpandable', 'byHasChildrenField'] as const;

function HierarchyForm({ widget, onChange }: TypeFormProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const patch = (change: WidgetPatch) => onChange(patched(widget, change));
  return (
    <>
      <div className={styles.pair}>
        <TextPart
          label={texts.hierarchyField}
          onChange={(hierarchyField) => patch({ hierarchyField })}
          value={widget.hierarchyField}
        />
        <ChoicePart
          label={texts.hierarchyType}
          onChange={(name) => patch({ hierarchyType: HIERARCHY_TYPES.find((each) => each === name) })}
          options={HIERARCHY_TYPES.map((name) => [name, name])}
          value={widget.hierarchyType ?? 'workItems'}
        />
        <TextPart
          label={texts.childrenEndpoint}
          onChange={(childrenEndpoint) => patch({ childrenEndpoint })}
          value={widget.childrenEndpoint}
        />
        <TextPart
          label={texts.childrenQuery}
          onChange={(childrenQuery) => patch({ childrenQuery })}
          value={widget.childrenQuery}
        />
      </div>
      <ColumnsForm onChange={onChange} widget={widget} />
    </>
  );
}

function PieForm({ widget, onChange }: TypeFormProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const patch = (change: WidgetPatch) => onChange(patched(widget, change));
  const settings = (widget.chartSettings ?? {}) as Readonly<Record<string, unknown>>;
  const { innerRadius = 0, showLegend } = settings;
  const isFilling = hasAdapter(widget, 'NullToComment');
  return (
    <div className={styles.pair}>
      <TextPart
        label={texts.category}
        onChange={(categoryField) => patch({ categoryField })}
        value={widget.categoryField}
      />
      <TextPart
        label={texts.value}
        onChange={(valueField) => patch({ valueField })}
        value={widget.valueField}
      />
      <ChoicePart
        label={texts.valuesAre}
        onChange={(valueFormat) => patch({ valueFormat: valueFormat === '' ? undefined : valueFormat })}
        options={[
          ['duration', texts.lengths],
          ['', texts.numbers],
        ]}
        value={widget.valueFormat ?? ''}
      />
      <TextPart
        label={texts.colorField}
        onChange={(colorField) => patch({ colorField })}
        value={widget.colorField}
      />
      <TextPart
        label={texts.hole}
        onChange={(text) => patch({ chartSettings: { ...settings, innerRadius: Number(text ?? 0) || 0 } })}
        value={typeof innerRadius === 'number' ? String(innerRadius) : ''}
      />
      <Checkbox
        checked={showLegend !== false}
        label={texts.legend}
        onChange={(_, { checked }) => patch({ chartSettings: { ...settings, showLegend: checked === true } })}
      />
      <Checkbox
        checked={isFilling}
        label={texts.nameNothing}
        onChange={(_, { checked }) => onChange(withAdapter(widget, 'NullToComment', checked === true))}
      />
    </div>
  );
}

function NumberForm({ widget, onChange }: TypeFormProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const patch = (change: WidgetPatch) => onChange(patched(widget, change));
  return (
    <div className={styles.pair}>
      <TextPart label={texts.field} onChange={(fieldName) => patch({ fieldName })} value={widget.fieldName} />
      <ChoicePart
        label={texts.formatter}
        onChange={(name) => patch({ formatter: formatters.find((each) => each === name) })}
        options={formatters.map((name) => [name, name === '' ? texts.plain : name])}
        value={widget.formatter ?? ''}
      />
      <Checkbox
        checked={widget.showCount === true}
        label={texts.showCount}
        onChange={(_, { checked }) => patch({ showCount: checked === true ? true : undefined })}
      />
    </div>
  );
}
