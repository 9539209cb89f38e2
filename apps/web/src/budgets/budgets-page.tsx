import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowDownload16Regular } from '@fluentui/react-icons/svg/arrow-download';
import type { Budget, BudgetState } from '@stint/contract';
import { may } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { type Column, DataTable } from '../components/data-table.tsx';
import { Loaded } from '../components/loaded.tsx';
import { NoPermission } from '../components/no-permission.tsx';
import { Page } from '../components/page.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { StateMessage } from '../components/state-message.tsx';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { BudgetDialog } from './budget-dialog.tsx';
import { BudgetProgress } from './budget-progress.tsx';
import { signedLength } from './signed-length.ts';
import { StateChoice } from './state-choice.tsx';
import { useBudgets } from './use-budgets.ts';

const useStyles = makeStyles({
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
  cell: { display: 'block', minWidth: '130px', padding: '4px 0' },
  name: {
    fontWeight: 600,
    color: colours.ink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  comment: { color: colours.dim, fontSize: '12px', lineHeight: '16px' },
  over: { color: colours.fault, fontWeight: 600 },
});

const route = getRouteApi('/signed-in/budgets');

/** Budgets with what is planned, tracked, billed and left. */
export function BudgetsPage() {
  const texts = useTexts(budgetsTexts);
  const { role } = useSession();
  if (!may(role, 'manageBudgets')) {
    return (
      <Page title={texts.title}>
        <NoPermission needed="Budget" />
      </Page>
    );
  }
  return <BudgetList />;
}

function BudgetList() {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const navigate = route.useNavigate();
  const { state = 'open' } = route.useSearch();
  const budgets = useBudgets(state);
  const [isAdding, setAdding] = useState(false);
  const columns = useColumns();
  const add = (
    <Button appearance="primary" icon={<Add16Regular />} onClick={() => setAdding(true)}>
      {texts.newBudget}
    </Button>
  );
  return (
    <Page
      action={add}
      beside={
        <StateChoice
          onChange={(next: BudgetState) => void navigate({ search: next === 'open' ? {} : { state: next } })}
          state={state}
        />
      }
      title={texts.title}
      tools={
        <Button
          as="a"
          download="budgets.csv"
          href={`/api/rest/budgets/export?api-version=3.2&$state=${state}`}
          icon={<ArrowDownload16Regular />}
        >
          {texts.export}
        </Button>
      }
    >
      <Loaded
        query={budgets}
        skeleton={
          <div className={styles.panel}>
            <SkeletonRows label={texts.loading} rows={8} />
          </div>
        }
        what={texts.theBudgets}
      >
        {(found) =>
          found.length === 0 ? (
            <div className={styles.panel}>
              <StateMessage
                text={state === 'closed' ? texts.noneClosedHint : texts.noneHint}
                title={state === 'closed' ? texts.noneClosed : texts.none}
              />
            </div>
          ) : (
            <DataTable columns={columns} keyOf={({ id }) => id} label={texts.title} rows={found} />
          )
        }
      </Loaded>
      {isAdding && (
        <BudgetDialog
          budget={null}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate({ to: '/budgets/$id', params: { id } })}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<Budget>[] {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const { length } = useFormats();
  const sum = { isAtEnd: true, isNotOnPhone: true } as const;
  return [
    {
      key: 'name',
      title: texts.name,
      cell: ({ id, name, comment, isClosed }) => (
        <span className={styles.cell}>
          <Link className={styles.name} params={{ id }} to="/budgets/$id">
            {name}
          </Link>
          {isClosed && <span className={styles.comment}> · {texts.isClosed}</span>}
          {comment !== '' && <br />}
          {comment !== '' && <span className={styles.comment}>{comment}</span>}
        </span>
      ),
    },
    {
      key: 'progress',
      title: texts.progress,
      cell: (budget) => <BudgetProgress budget={budget} hasSumsOnPhone />,
    },
    { key: 'planned', title: texts.planned, ...sum, cell: (each) => length(each.plannedLength) },
    { key: 'tracked', title: texts.tracked, ...sum, cell: (each) => length(each.trackedLength) },
    { key: 'billed', title: texts.billed, ...sum, cell: (each) => length(each.billedLength) },
    {
      key: 'left',
      title: texts.left,
      ...sum,
      cell: (each) => <Left budget={each} />,
    },
  ];
}

function Left({ budget }: { readonly budget: Budget }) {
  const styles = useStyles();
  const formats = useFormats();
  const left = signedLength(budget.remainingLength, formats);
  return budget.remainingLength < 0 ? <span className={styles.over}>{left}</span> : left;
}
