import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { ActivityDot, useTexts } from '@stint/ui';
import { useEffect, useState } from 'react';
import { FilterMenu } from '../../components/filter-menu.tsx';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { useActivityTypes } from '../data/use-explorer-data.ts';
import { ALL_FILTERS, type Filters, NO_BUDGET } from '../view/view.ts';
import { BillableMenu } from './billable-menu.tsx';
import { TimeMenu } from './time-menu.tsx';
import { useFilterValues } from './use-filter-values.ts';

const TYPING_MILLISECONDS = 250;

const NARROW = '@media (max-width: 720px)';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  search: { width: '240px', [NARROW]: { width: '100%' } },
  // On a phone one line that scrolls sideways, so that there is room for the worklogs.
  choices: {
    display: 'contents',
    [NARROW]: {
      display: 'flex',
      gap: '8px',
      flexBasis: 'calc(100% + 24px)',
      margin: '0 -12px',
      padding: '2px 12px',
      overflowX: 'auto',
      scrollbarWidth: 'none',
      '> *': { flexShrink: 0 },
    },
  },
});

interface FilterBarProps {
  readonly filters: Filters;
  readonly seesBudgets: boolean;
  readonly onChange: (filters: Filters) => void;
}

/** Which worklogs are shown. */
export function FilterBar({ filters, seesBudgets, onChange }: FilterBarProps) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const values = useFilterValues(filters, seesBudgets);
  const types = useActivityTypes().data;
  const list =
    (name: 'userIds' | 'projects' | 'workItemTypes' | 'activityTypeIds' | 'budgetIds') =>
    (chosen: readonly string[]) =>
      onChange({ ...filters, [name]: chosen });
  const { timeframe, ...others } = filters;
  const isNarrowed =
    JSON.stringify({ ...others, timeframe: ALL_FILTERS.timeframe }) !== JSON.stringify(NOT_NARROWED);
  return (
    <div aria-label={texts.filters} className={styles.bar} role="search">
      <SearchField search={filters.search} onChange={(search) => onChange({ ...filters, search })} />
      <div className={styles.choices}>
        <TimeMenu timeframe={timeframe} onChange={(chosen) => onChange({ ...filters, timeframe: chosen })} />
        <FilterMenu
          chosen={filters.userIds}
          name={texts.person}
          onChange={list('userIds')}
          options={values.people}
        />
        <FilterMenu
          chosen={filters.projects}
          name={texts.project}
          onChange={list('projects')}
          options={values.projects}
        />
        <FilterMenu
          chosen={filters.workItemTypes}
          name={texts.workItemType}
          onChange={list('workItemTypes')}
          options={values.types}
        />
        {types?.enabled && (
          <FilterMenu
            chosen={filters.activityTypeIds}
            name={texts.activityType}
            onChange={list('activityTypeIds')}
            options={types.activityTypes.map(({ id, name, color }) => ({
              id,
              name,
              icon: <ActivityDot color={color} />,
            }))}
          />
        )}
        {seesBudgets && (
          <>
            <FilterMenu
              chosen={filters.budgetIds}
              name={texts.budget}
              onChange={list('budgetIds')}
              options={[...values.budgets, { id: NO_BUDGET, name: texts.withoutBudget }]}
            />
            <BillableMenu
              isBillable={filters.isBillable}
              onChange={(isBillable) => onChange({ ...filters, isBillable })}
            />
          </>
        )}
        {isNarrowed && (
          <Button appearance="transparent" onClick={() => onChange({ ...ALL_FILTERS, timeframe })}>
            {texts.clearFilters}
          </Button>
        )}
      </div>
    </div>
  );
}

const NOT_NARROWED = (({ timeframe, ...others }) => ({ ...others, timeframe }))(ALL_FILTERS);

/** Takes over what is typed after a short pause. */
function SearchField({
  search,
  onChange,
}: {
  readonly search: string;
  readonly onChange: (search: string) => void;
}) {
  const styles = useStyles();
  const texts = useTexts(explorerTexts);
  const [typed, setTyped] = useState(search);
  const [known, setKnown] = useState(search);
  if (known !== search) {
    setKnown(search);
    setTyped(search);
  }
  useEffect(() => {
    if (typed === search) return undefined;
    const timer = setTimeout(() => onChange(typed), TYPING_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, search, onChange]);
  return (
    <Input
      aria-label={texts.search}
      className={styles.search}
      contentBefore={<Search16Regular />}
      maxLength={200}
      onChange={(_, { value }) => setTyped(value)}
      placeholder={texts.search}
      type="search"
      value={typed}
    />
  );
}
