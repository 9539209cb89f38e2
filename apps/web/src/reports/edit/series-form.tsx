import { Checkbox, makeStyles } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import {
  hasAdapter,
  patched,
  readFields,
  type WidgetPatch,
  withAdapter,
  withoutUndefined,
} from './change-widget.ts';
import { ChoicePart, TextPart } from './form-parts.tsx';
import type { TypeFormProps } from './type-form-props.ts';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '8px 12px', alignItems: 'end' },
});

type Series = NonNullable<Widget['series']>;
type Axis = NonNullable<Widget['xAxis']>;

/** The fields of columns, lines and bars. Bars lie, so their values stand on the x axis and their categories on the y axis. */
export function SeriesForm({ widget, onChange }: TypeFormProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const patch = (change: WidgetPatch) => onChange(patched(widget, change));
  const isLying = widget.type === 'StackedBar';
  const { series = {}, xAxis = {}, yAxis = {} } = widget;
  const fields = (series.seriesFields ?? []).flatMap(({ field }) => field ?? []);
  const valueAxis = isLying ? xAxis : yAxis;
  const setSeries = (change: { readonly [Name in keyof Series]?: Series[Name] | undefined }) =>
    patch({ series: withoutUndefined<Series>({ ...series, ...change }) });
  const setValueType = (type: Axis['type']) =>
    patch({ [isLying ? 'xAxis' : 'yAxis']: { ...valueAxis, type } });
  const isByDate = !isLying && xAxis.type === 'date';
  const isStacked =
    fields.length > 0 && (series.seriesFields ?? []).every(({ stacked = isLying }) => stacked);
  const seriesFields = (text: string | undefined) =>
    [readFields(text ?? '') ?? []].flat().map((field) => ({
      ...(series.seriesFields?.find((each) => each.field === field) ?? { stacked: isStacked }),
      field,
    }));
  const many = (text: string | undefined) => {
    const found = seriesFields(text);
    setSeries({ seriesFields: found.length === 0 ? undefined : found });
  };
  return (
    <div className={styles.pair}>
      <TextPart
        label={texts.category}
        onChange={(field) => setSeries(isLying ? { fieldY: field, fieldX: undefined } : { fieldX: field })}
        value={isLying ? (series.fieldY ?? series.fieldX) : series.fieldX}
      />
      {!isLying && (
        <TextPart label={texts.value} onChange={(fieldY) => setSeries({ fieldY })} value={series.fieldY} />
      )}
      <TextPart
        key={fields.length === 0 ? 'none' : 'some'}
        label={texts.seriesFields}
        onChange={many}
        value={fields.join(', ')}
      />
      <ChoicePart
        label={texts.valuesAre}
        onChange={(type) => setValueType(type === 'duration' ? 'duration' : 'value')}
        options={[
          ['duration', texts.lengths],
          ['value', texts.numbers],
        ]}
        value={valueAxis.type ?? 'value'}
      />
      {!isLying && (
        <ChoicePart
          label={texts.categoriesAre}
          onChange={(type) => patch({ xAxis: { ...xAxis, type: type === 'date' ? 'date' : 'category' } })}
          options={[
            ['category', texts.names],
            ['date', texts.dates],
          ]}
          value={xAxis.type ?? 'category'}
        />
      )}
      {isByDate && (
        <ChoicePart
          label={texts.granularity}
          onChange={(granularity) => patch({ xAxis: { ...xAxis, granularity } })}
          options={[
            ['day', texts.granularityDay],
            ['week', texts.granularityWeek],
            ['month', texts.granularityMonth],
            ['year', texts.granularityYear],
          ]}
          value={xAxis.granularity ?? 'day'}
        />
      )}
      <TextPart
        label={texts.colorField}
        onChange={(colorField) => patch({ colorField })}
        value={widget.colorField}
      />
      {isByDate && (
        <Checkbox
          checked={hasAdapter(widget, 'FillMissingDatePoints')}
          label={texts.fillDates}
          onChange={(_, { checked }) =>
            onChange(withAdapter(widget, 'FillMissingDatePoints', checked === true))
          }
        />
      )}
      {fields.length > 1 && widget.type !== 'Line' && (
        <Checkbox
          checked={isStacked}
          label={texts.stacked}
          onChange={(_, { checked }) =>
            setSeries({
              seriesFields: (series.seriesFields ?? []).map((each) => ({
                ...each,
                stacked: checked === true,
              })),
            })
          }
        />
      )}
    </div>
  );
}
