import { daysOfTimeframe } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readOData } from '../../api/odata.ts';
import type { FilterOption } from '../../components/filter-menu.tsx';
import { valuesAddress } from '../data/addresses.ts';
import { EXPLORER_KEY } from '../data/use-explorer-data.ts';
import { valueAt } from '../view/groupings.ts';
import { daysCondition } from '../view/literals.ts';
import type { Filters } from '../view/view.ts';

interface FilterValues {
  readonly people: readonly FilterOption[];
  readonly projects: readonly FilterOption[];
  readonly types: readonly FilterOption[];
  readonly budgets: readonly FilterOption[];
}

/** What there is to filter by: what the worklogs of the time frame have. */
export function useFilterValues({ timeframe }: Filters, seesBudgets: boolean): FilterValues {
  const { today, settings } = useFormats();
  const days = daysOfTimeframe(timeframe, today(), settings.weekRules.firstDay);
  const condition = days === null ? '' : daysCondition(days.from, days.to);
  const people = useValues(condition, ['UserId', 'User/Name']);
  const kinds = useValues(condition, ['WorkItem/System_TeamProject', 'WorkItem/System_WorkItemType']);
  const budgets = useValues(condition, ['BudgetId', 'Budget/BudgetName'], seesBudgets);
  const { locale } = settings;
  return useMemo(
    () => ({
      people: optionsOf(people, 'UserId', 'User/Name', locale),
      projects: optionsOf(kinds, 'WorkItem/System_TeamProject', 'WorkItem/System_TeamProject', locale),
      types: optionsOf(kinds, 'WorkItem/System_WorkItemType', 'WorkItem/System_WorkItemType', locale),
      budgets: optionsOf(budgets, 'BudgetId', 'Budget/BudgetName', locale),
    }),
    [people, kinds, budgets, locale],
  );
}

function useValues(condition: string, properties: readonly string[], isAsked = true): readonly unknown[] {
  const address = valuesAddress(condition, properties);
  const { data } = useQuery({
    queryKey: [...EXPLORER_KEY, address],
    queryFn: ({ signal }) => readOData<unknown>(address, signal),
    staleTime: 60_000,
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return data ?? NO_VALUES;
}

const NO_VALUES: readonly unknown[] = [];

function optionsOf(rows: readonly unknown[], id: string, name: string, locale: string): FilterOption[] {
  const options = new Map<string, FilterOption>();
  for (const row of rows) {
    const [value, text] = [valueAt(row, id), valueAt(row, name)];
    if (typeof value === 'string' && value !== '')
      options.set(value, { id: value, name: String(text ?? value) });
  }
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...options.values()].sort((a, b) => collator.compare(a.name, b.name));
}
