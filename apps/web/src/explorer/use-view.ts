import type { ExplorerLayout } from '@stint/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { layoutViewOf, readView } from './view/read-view.ts';
import { columnOf } from './view/columns.ts';
import { groupingOf } from './view/groupings.ts';
import { FIRST_VIEW, type View } from './view/view.ts';

const route = getRouteApi('/signed-in/explorer');

export interface ShownView {
  readonly view: View;
  readonly layout: ExplorerLayout | null;
  readonly isChanged: boolean;
  readonly setView: (view: View) => void;
  readonly showLayout: (id: string | null) => void;
}

/**
 * What the page shows: the view of the address, else the layout that the address names, else the person’s default layout, else the
 * first view. Changes go to the address, so that they outlive a reload and can be passed on.
 */
export function useView(layouts: readonly ExplorerLayout[], seesBudgets: boolean): ShownView {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const named = layouts.find(({ id }) => id === search.layout) ?? null;
  const isBare = search.layout === undefined && search.view === undefined;
  const layout = named ?? (isBare ? (layouts.find(({ isDefault }) => isDefault) ?? null) : null);
  const shown = useMemo(
    () => readView(search.view) ?? readView(layout?.view) ?? FIRST_VIEW,
    [search.view, layout],
  );
  const view = useMemo(() => withinRights(shown, seesBudgets), [shown, seesBudgets]);
  const layoutId = layout?.id;
  const setView = useCallback(
    (next: View) =>
      void navigate({
        search: { ...(layoutId !== undefined && { layout: layoutId }), view: layoutViewOf(next) },
        replace: true,
      }),
    [navigate, layoutId],
  );
  const showLayout = useCallback(
    (id: string | null) => void navigate({ search: id === null ? { layout: 'none' } : { layout: id } }),
    [navigate],
  );
  const saved = layout && readView(layout.view);
  const isChanged =
    search.view !== undefined &&
    JSON.stringify(layoutViewOf(shown)) !== JSON.stringify(layoutViewOf(saved ?? FIRST_VIEW));
  return { view, layout, isChanged, setView, showLayout };
}

/** The view without what the person may not see. */
function withinRights(view: View, seesBudgets: boolean): View {
  if (seesBudgets) return view;
  const columns = view.columns.filter(({ field }) => columnOf(field)?.isOfBudgets !== true);
  return {
    columns: columns.length === 0 ? FIRST_VIEW.columns.slice(0, 3) : columns,
    sort: view.sort.filter(({ field }) => columnOf(field)?.isOfBudgets !== true),
    groupBy: view.groupBy.filter((field) => groupingOf(field)?.isOfBudgets !== true),
    filters: { ...view.filters, budgetIds: [], isBillable: null },
  };
}
