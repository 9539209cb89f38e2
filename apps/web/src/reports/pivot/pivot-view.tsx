import { Field, makeStyles, mergeClasses, Select } from '@fluentui/react-components';
import type { Widget } from '@stint/contract';
import { readWallDate } from '@stint/domain';
import { useFormats, useTexts } from '@stint/ui';
import { useState } from 'react';
import { reportsTexts } from '../../texts/reports/texts.ts';
import type { ReportRow } from '../data/rows.ts';
import { useTableStyles } from '../tables/use-table-styles.ts';
import { fieldName } from '../data/field-name.ts';
import { isLength } from './is-length.ts';
import { fieldsOf, pivot, type PivotChoice } from './pivot.ts';

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', paddingBottom: '8px' },
  choice: { minWidth: '140px' },
});

interface PivotViewProps {
  readonly widget: Widget;
  readonly title: string;
  readonly rows: readonly ReportRow[];
}

/** The rows of a widget, added up by what one chooses. */
export function PivotView({ widget, title, rows }: PivotViewProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const texts = useTexts(reportsTexts);
  const formats = useFormats();
  const { dimensions, measures } = fieldsOf(rows);
  const [chosen, setChosen] = useState<Partial<PivotChoice>>({});
  const choice: PivotChoice = {
    rows: chosen.rows ?? dimensions[0] ?? '',
    columns: chosen.columns === undefined ? (dimensions[1] ?? null) : chosen.columns,
    measure: chosen.measure === undefined ? (measures[0] ?? null) : chosen.measure,
  };
  const made = pivot(rows, choice);
  const write = (value: number) =>
    choice.measure !== null && isLength(widget, choice.measure)
      ? formats.length(value)
      : formats.number(value, 2);
  const nameOf = (field: string) => fieldName(widget, field, texts);
  const category = (name: string) => {
    const day = readWallDate(name.slice(0, 'YYYY-MM-DD'.length));
    if (day !== null && /^[^T]*(T[\d:.]*Z?)?$/.test(name)) return formats.day(day);
    return name === '' ? texts.noName : name;
  };
  const hasColumns = choice.columns !== null;
  return (
    <>
      <div className={styles.choices}>
        <Field label={texts.pivotRows} size="small">
          <Select
            className={styles.choice}
            onChange={(_, { value }) => setChosen({ ...chosen, rows: value })}
            size="small"
            value={choice.rows}
          >
            {dimensions.map((name) => (
              <option key={name} value={name}>
                {nameOf(name)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.pivotColumns} size="small">
          <Select
            className={styles.choice}
            onChange={(_, { value }) => setChosen({ ...chosen, columns: value === '' ? null : value })}
            size="small"
            value={choice.columns ?? ''}
          >
            <option value="">{texts.pivotNone}</option>
            {dimensions
              .filter((name) => name !== choice.rows)
              .map((name) => (
                <option key={name} value={name}>
                  {nameOf(name)}
                </option>
              ))}
          </Select>
        </Field>
        <Field label={texts.pivotMeasure} size="small">
          <Select
            className={styles.choice}
            onChange={(_, { value }) => setChosen({ ...chosen, measure: value === '' ? null : value })}
            size="small"
            value={choice.measure ?? ''}
          >
            {measures.map((name) => (
              <option key={name} value={name}>
                {nameOf(name)}
              </option>
            ))}
            <option value="">{texts.pivotCount}</option>
          </Select>
        </Field>
      </div>
      <div aria-label={texts.pivotOf({ name: title })} className={table.frame} role="region" tabIndex={0}>
        <table
          aria-label={texts.pivotOf({ name: title })}
          className={table.table}
          style={{ minWidth: 160 + 90 * (made.columns.length + 1) }}
        >
          <thead>
            <tr>
              <th className={mergeClasses(table.head, table.plainHead)} scope="col">
                {nameOf(choice.rows)}
              </th>
              {hasColumns &&
                made.columns.map((name) => (
                  <th
                    className={mergeClasses(table.head, table.plainHead, table.end)}
                    key={name}
                    scope="col"
                    title={category(name)}
                  >
                    {category(name)}
                  </th>
                ))}
              <th className={mergeClasses(table.head, table.plainHead, table.end)} scope="col">
                {texts.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {made.rows.map(({ name, values, total }) => (
              <tr key={name}>
                <th className={mergeClasses(table.cell, table.rowHead)} scope="row">
                  {category(name)}
                </th>
                {hasColumns &&
                  values.map((value, index) => (
                    <td className={mergeClasses(table.cell, table.end)} key={made.columns[index]}>
                      {value === null ? '' : write(value)}
                    </td>
                  ))}
                <td className={mergeClasses(table.cell, table.end, table.strong)}>{write(total)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th className={mergeClasses(table.cell, table.strong, table.rowHead)} scope="row">
                {texts.total}
              </th>
              {hasColumns &&
                made.totals.map((value, index) => (
                  <td className={mergeClasses(table.cell, table.end, table.strong)} key={made.columns[index]}>
                    {write(value)}
                  </td>
                ))}
              <td className={mergeClasses(table.cell, table.end, table.strong)}>{write(made.total)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
