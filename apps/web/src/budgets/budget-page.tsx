import { Button, makeStyles } from '@fluentui/react-components';
import type { Budget } from '@stint/contract';
import { DEFAULT_BUDGET_THRESHOLDS, may, reachedThreshold, seconds } from '@stint/domain';
import { colours, useFormats, useTexts } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useErrorText } from '../api/message.ts';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { useSession } from '../api/session.ts';
import { BackLink } from '../components/back-link.tsx';
import { Banner } from '../components/banner.tsx';
import { Confirm } from '../components/confirm.tsx';
import { Loaded } from '../components/loaded.tsx';
import { NoPermission } from '../components/no-permission.tsx';
import { Page } from '../components/page.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { Attachments } from './attachments.tsx';
import { BudgetDialog } from './budget-dialog.tsx';
import { BudgetFacts } from './budget-facts.tsx';
import { BudgetWorkItems } from './budget-work-items.tsx';
import { BurnDownPanel } from './burn-down-panel.tsx';
import { useBudget } from './use-budgets.ts';
import { useBudgetCommands } from './use-budget-commands.ts';

const useStyles = makeStyles({
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
  comment: { margin: 0, color: colours.dim, maxWidth: '76ch', overflowWrap: 'anywhere' },
});

const route = getRouteApi('/signed-in/budgets/$id');

/** One budget: its sums, how it went down, what it is attached to and who has it from where. */
export function BudgetPage() {
  const texts = useTexts(budgetsTexts);
  const { role } = useSession();
  const { id } = route.useParams();
  if (!may(role, 'manageBudgets')) {
    return (
      <Page title={texts.title}>
        <NoPermission needed="Budget" />
      </Page>
    );
  }
  return <BudgetDetail id={id} key={id} />;
}

function BudgetDetail({ id }: { readonly id: string }) {
  const styles = useStyles();
  const texts = useTexts(budgetsTexts);
  const errorText = useErrorText();
  const navigate = route.useNavigate();
  const { budget, assignments, workItems, worklogs } = useBudget(id);
  const { setClosed, remove } = useBudgetCommands(id, () => void navigate({ to: '/budgets' }));
  const [isEditing, setEditing] = useState(false);
  const found = budget.data;
  return (
    <Page
      action={
        found && (
          <Button appearance="primary" onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        )
      }
      beside={<BackLink to="/budgets">{texts.title}</BackLink>}
      title={found?.name ?? texts.budget}
      tools={
        found && (
          <>
            <Button onClick={() => setClosed(!found.isClosed)}>
              {found.isClosed ? texts.reopen : texts.close}
            </Button>
            <Confirm
              act={texts.delete}
              name={texts.delete}
              onConfirm={() => remove.mutate()}
              size="medium"
              text={texts.deleteText}
              title={texts.deleteTitle({ name: found.name })}
            />
          </>
        )
      }
    >
      {remove.error && (
        <Banner isInPage kind="fault" onDismiss={remove.reset}>
          {errorText(remove.error)}
        </Banner>
      )}
      <Loaded
        query={budget}
        skeleton={
          <div className={styles.panel}>
            <SkeletonRows label={texts.loading} rows={8} />
          </div>
        }
        what={texts.theBudget}
      >
        {(shown) => (
          <>
            {shown.comment !== '' && <p className={styles.comment}>{shown.comment}</p>}
            <Warning budget={shown} />
            <BudgetFacts budget={shown} />
            <Loaded
              query={worklogs}
              skeleton={<SkeletonRows label={texts.loading} rows={6} />}
              what={texts.burnDown}
            >
              {(list) => <BurnDownPanel budget={shown} worklogs={list} />}
            </Loaded>
            <Loaded
              query={assignments}
              skeleton={<SkeletonRows label={texts.loading} rows={4} />}
              what={texts.theAttachments}
            >
              {(list) => (
                <>
                  <Attachments
                    assignments={list}
                    budgetId={id}
                    isClosed={shown.isClosed}
                    worklogs={worklogs.data ?? []}
                  />
                  <Loaded
                    query={workItems}
                    skeleton={<SkeletonRows label={texts.loading} rows={4} />}
                    what={texts.theWorkItems}
                  >
                    {(items) => <BudgetWorkItems assignments={list} workItems={items} />}
                  </Loaded>
                </>
              )}
            </Loaded>
          </>
        )}
      </Loaded>
      {isEditing && found && (
        <BudgetDialog budget={found} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />
      )}
    </Page>
  );
}

/** Says when a threshold is reached, and which. */
function Warning({ budget }: { readonly budget: Budget }) {
  const texts = useTexts(budgetsTexts);
  const formats = useFormats();
  const { organization } = usePersonalSettings();
  const { plannedLength, trackedLength, remainingLength } = budget;
  const percent = reachedThreshold(
    seconds(plannedLength),
    seconds(trackedLength),
    organization?.budgetThresholds ?? DEFAULT_BUDGET_THRESHOLDS,
  );
  if (percent === 0 || budget.isClosed) return null;
  if (remainingLength < 0)
    return (
      <Banner isInPage kind="fault">
        {texts.overdrawn({ length: formats.length(-remainingLength) })}
      </Banner>
    );
  return (
    <Banner isInPage kind="warning">
      {texts.reachedWith({ percent: formats.percent(percent), length: formats.length(remainingLength) })}
    </Banner>
  );
}
