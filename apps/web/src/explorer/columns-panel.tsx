import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { ArrowDown16Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import { colours, IconButton, useTexts } from '@stint/ui';
import { SidePanel } from '../components/side-panel.tsx';
import { explorerTexts } from '../texts/explorer/texts.ts';
import { movedColumn, withColumn } from './view/change-view.ts';
import { columnOf, columnsFor } from './view/columns.ts';
import { type ColumnChoice, FIRST_VIEW } from './view/view.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '36px',
    borderBottom: `1px solid ${colours.line}`,
  },
  name: { flexGrow: 1, marginRight: 'auto' },
  title: { margin: '20px 0 4px', fontSize: '12px', fontWeight: 600, color: colours.dim },
  foot: { marginTop: '16px' },
});

interface ColumnsPanelProps {
  readonly columns: readonly ColumnChoice[];
  readonly seesBudgets: boolean;
  readonly onChange: (columns: readonly ColumnChoice[]) => void;
  readonly onClose: () => void;
}

/** Chooses columns and their order. */
export function ColumnsPanel({ columns, seesBudgets, onChange, onClose }: ColumnsPanelProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const isShown = (field: string) => columns.some((column) => column.field === field);
  const check = (field: string, name: string) => (
    <Checkbox
      checked={isShown(field)}
      className={styles.name}
      label={name}
      onChange={() => onChange(withColumn(columns, field))}
    />
  );
  return (
    <SidePanel isNarrow onClose={onClose} title={texts.columns}>
      <ul aria-label={texts.columnsShown} className={styles.list}>
        {columns.map(({ field }, index) => {
          const column = columnOf(field);
          if (!column || (column.isOfBudgets && !seesBudgets)) return null;
          const name = texts[column.key];
          return (
            <li className={styles.item} key={field}>
              {check(field, name)}
              <IconButton
                disabled={index === 0}
                icon={<ArrowUp16Regular />}
                name={texts.moveUp({ name })}
                onClick={() => onChange(movedColumn(columns, field, -1))}
              />
              <IconButton
                disabled={index === columns.length - 1}
                icon={<ArrowDown16Regular />}
                name={texts.moveDown({ name })}
                onClick={() => onChange(movedColumn(columns, field, 1))}
              />
            </li>
          );
        })}
      </ul>
      <h3 className={styles.title}>{texts.columnsHidden}</h3>
      <ul className={styles.list}>
        {columnsFor(seesBudgets)
          .filter(({ field }) => !isShown(field))
          .map(({ field, key }) => (
            <li className={styles.item} key={field}>
              {check(field, texts[key])}
            </li>
          ))}
      </ul>
      <div className={styles.foot}>
        <Button onClick={() => onChange(FIRST_VIEW.columns)}>{texts.resetColumns}</Button>
      </div>
    </SidePanel>
  );
}
