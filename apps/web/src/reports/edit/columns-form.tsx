import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Delete16Regular } from '@fluentui/react-icons/svg/delete';
import type { WidgetColumn } from '@stint/contract';
import { colours, IconButton, useTexts } from '@stint/ui';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { patched, readFields, withoutUndefined } from './change-widget.ts';
import { ChoicePart, TextPart } from './form-parts.tsx';
import type { TypeFormProps } from './type-form-props.ts';
import { formatters } from './widget-types.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    border: 'none',
    '& legend': { padding: '0 0 4px', fontWeight: 600 },
  },
  column: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    alignItems: 'start',
    gap: '4px 12px',
    padding: '8px',
    border: `1px solid ${colours.line}`,
    borderRadius: '6px',
  },
  head: { gridColumn: '1 / -1', display: 'flex', justifyContent: 'space-between', fontWeight: 600 },
});

type ColumnPatch = { readonly [Name in keyof WidgetColumn]?: WidgetColumn[Name] | undefined };

/** The columns of a table, one below the other. */
export function ColumnsForm({ widget, onChange }: TypeFormProps) {
  const styles = useStyles();
  const texts = useTexts(reportsTexts);
  const { columns = [] } = widget;
  const set = (next: readonly WidgetColumn[]) => onChange(patched(widget, { columns: [...next] }));
  return (
    <fieldset className={styles.list}>
      <legend>{texts.columns}</legend>
      {columns.map((column, index) => {
        const patch = (change: ColumnPatch) =>
          set(
            columns.map((each, at) =>
              at === index ? withoutUndefined<WidgetColumn>({ ...each, ...change }) : each,
            ),
          );
        return (
          <div className={styles.column} key={index}>
            <div className={styles.head}>
              {texts.columnNumber({ number: index + 1 })}
              <IconButton
                icon={<Delete16Regular />}
                name={texts.removeColumn({ number: index + 1 })}
                onClick={() => set(columns.filter((_, at) => at !== index))}
              />
            </div>
            <ColumnForm column={column} onChange={patch} />
          </div>
        );
      })}
      <div>
        <Button
          icon={<Add16Regular />}
          onClick={() => set([...columns, { field: 'PeriodLength', formatter: 'TimeLength' }])}
          size="small"
        >
          {texts.addColumn}
        </Button>
      </div>
    </fieldset>
  );
}

function ColumnForm(props: {
  readonly column: WidgetColumn;
  readonly onChange: (change: ColumnPatch) => void;
}) {
  const { column, onChange } = props;
  const texts = useTexts(reportsTexts);
  const { formatter = '', format } = column;
  const math = (format ?? {}) as { readonly expression?: unknown; readonly resultFormat?: unknown };
  return (
    <>
      <TextPart
        hint={texts.fieldsHint}
        label={texts.field}
        onChange={(fields) => onChange({ field: readFields(fields ?? '') })}
        value={[column.field ?? []].flat().join(', ')}
      />
      <TextPart label={texts.columnTitle} onChange={(title) => onChange({ title })} value={column.title} />
      <ChoicePart
        label={texts.formatter}
        onChange={(name) => onChange({ formatter: formatters.find((each) => each === name) })}
        options={formatters.map((name) => [name, name === '' ? texts.plain : name])}
        value={formatter}
      />
      {(formatter === 'Number' || formatter === 'CustomDateTime') && (
        <TextPart
          label={texts.pattern}
          onChange={(pattern) => onChange({ format: pattern })}
          value={text(format)}
        />
      )}
      {formatter === 'MathExpression' && (
        <>
          <TextPart
            label={texts.formula}
            onChange={(expression = '') => onChange({ format: { ...math, expression } })}
            value={text(math.expression)}
          />
          <TextPart
            label={texts.pattern}
            onChange={(resultFormat = '') => onChange({ format: { ...math, resultFormat } })}
            value={text(math.resultFormat)}
          />
        </>
      )}
    </>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
