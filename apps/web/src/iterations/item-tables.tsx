import { makeStyles } from '@fluentui/react-components';
import type { IterationDetails } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { DataTable } from '../components/data-table.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { useItemColumns } from './use-item-columns.tsx';
import { useIterationStyles } from './use-iteration-styles.ts';

const useStyles = makeStyles({
  title: { margin: '8px 0 0', fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
  hint: { margin: '0 0 8px', color: colours.dim, maxWidth: '76ch' },
});

/** The work items of an iteration, and those that have moved on. */
export function ItemTables({ details }: { readonly details: IterationDetails }) {
  const styles = useStyles();
  const looks = useIterationStyles();
  const texts = useTexts(iterationsTexts);
  const columns = useItemColumns();
  const here = details.workItems.filter(({ isMoved }) => !isMoved);
  const moved = details.workItems.filter(({ isMoved }) => isMoved);
  const { items } = columns;
  return (
    <>
      {here.length === 0 ? (
        <div className={looks.panel}>
          <StateMessage text={texts.noItemsHint} title={texts.noItems} />
        </div>
      ) : (
        <DataTable columns={items} keyOf={({ id }) => `${id}`} label={texts.items} rows={here} />
      )}
      {moved.length > 0 && (
        <section>
          <h2 className={styles.title}>{texts.movedItems({ count: moved.length })}</h2>
          <p className={styles.hint}>{texts.movedHint}</p>
          <DataTable columns={columns.moved} keyOf={({ id }) => `${id}`} label={texts.moved} rows={moved} />
        </section>
      )}
      {details.isCut && <p className={styles.hint}>{texts.cut({ count: details.workItems.length })}</p>}
    </>
  );
}
