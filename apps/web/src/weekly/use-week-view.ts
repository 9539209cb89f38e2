import { addDays, readWallDate, type WallDate, weekStart } from '@stint/domain';
import { useFormats } from '@stint/ui';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';
import { useDraft } from '../drafts/use-draft.ts';
import { type DayCount, isDayCount, readWeekSearch } from './week-search.ts';

const route = getRouteApi('/signed-in/week');

/** Pixels of the window below which one day, and three days, have room. */
const ONE_DAY = '(max-width: 599px)';
const THREE_DAYS = '(max-width: 899px)';

export interface WeekView {
  readonly days: readonly WallDate[];
  readonly count: DayCount;
  readonly from: WallDate;
  readonly to: WallDate;
  /** The first day of the week whose total is told. */
  readonly week: WallDate;
  readonly today: WallDate;
  readonly isCurrent: boolean;
  readonly move: (step: -1 | 0 | 1) => void;
  readonly goTo: (date: WallDate) => void;
  readonly choose: (count: DayCount) => void;
}

/** Which days the calendar shows: as the address says, else as many as one chose last, else as many as have room, with today. */
export function useWeekView(): WeekView {
  const { settings, today: todayOf } = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = useDraft<DayCount | null>('week-days', () => null, isDayCount);
  const room = useRoom();
  const today = todayOf();
  const count = search.days ?? chosen.value ?? room;
  const day = readWallDate(search.day ?? '') ?? today;
  const week = weekStart(day, settings.weekRules.firstDay);
  const from = count === 7 ? week : day;
  const days = Array.from({ length: count }, (_, index) => addDays(from, index));
  const show = useCallback(
    (change: Record<string, unknown>) =>
      void navigate({ search: (before) => readWeekSearch({ ...before, ...change }), replace: true }),
    [navigate],
  );
  const goTo = useCallback((date: WallDate) => show({ day: date === today ? null : date }), [show, today]);
  const move = useCallback(
    (step: -1 | 0 | 1) => goTo(step === 0 ? today : addDays(day, step * count)),
    [goTo, today, day, count],
  );
  const choose = (next: DayCount) => {
    chosen.change(next);
    show({ days: next });
  };
  const to = days.at(-1) ?? from;
  const isCurrent = today >= from && today <= to;
  return { days, count, from, to, week, today, isCurrent, move, goTo, choose };
}

function useRoom(): DayCount {
  const isOne = useMedia(ONE_DAY);
  const isThree = useMedia(THREE_DAYS);
  return isOne ? 1 : isThree ? 3 : 7;
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}
