import {
  addDays,
  addMonths,
  monthEnd,
  monthStart,
  readWallDate,
  type WallDate,
  weekStart,
} from '@stint/domain';
import { useFormats } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isText } from '../drafts/guards.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { readRowFilters, type RowChoice, USUAL_ROWS } from './row-filter.ts';
import type { Span } from './rows-menu.tsx';
import { readSheetSearch } from './sheet-search.ts';

const route = getRouteApi('/signed-in/timesheet');

/** What the timesheet shows, as the address says; the rows that one chose last are those of the next visit. */
export function useSheetView() {
  const { settings, today: todayOf } = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const kept = useDraft<string>('timesheet-rows', () => USUAL_ROWS.filters.join(','), isText);
  const today = todayOf();
  const day = readWallDate(search.day ?? '') ?? today;
  const span: Span = search.span ?? 'week';
  const { firstDay } = settings.weekRules;
  const [from, to] =
    span === 'month'
      ? [monthStart(day), monthEnd(day)]
      : [weekStart(day, firstDay), addDays(weekStart(day, firstDay), 6)];
  const choice: RowChoice = {
    filters: readRowFilters(search.rows ?? kept.value),
    project: search.project ?? null,
  };
  const show = useCallback(
    (change: Record<string, unknown>) =>
      void navigate({ search: (before) => readSheetSearch({ ...before, ...change }), replace: true }),
    [navigate],
  );
  const goTo = useCallback((date: WallDate) => show({ day: date === today ? null : date }), [show, today]);
  const move = useCallback(
    (step: -1 | 0 | 1) => {
      if (step === 0) goTo(today);
      else goTo(span === 'month' ? addMonths(monthStart(day), step) : addDays(from, 7 * step));
    },
    [goTo, today, span, day, from],
  );
  const choose = ({ filters, project }: RowChoice) => {
    const rows = filters.join(',');
    kept.change(rows);
    show({ rows, project });
  };
  const setSpan = (next: Span) => show({ span: next });
  return { from, to, today, span, choice, move, choose, setSpan, isCurrent: today >= from && today <= to };
}
