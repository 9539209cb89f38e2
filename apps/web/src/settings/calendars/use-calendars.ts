import {
  type CalendarSource,
  type CalendarSourceChange,
  calls,
  type NewCalendarSource,
} from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { calendarsTexts } from '../../texts/calendars/texts.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';

const CALENDARS_KEY = ['calendars'] as const;
const SOURCES_KEY = [...CALENDARS_KEY, 'sources'] as const;
const CHECK_KEY = [...CALENDARS_KEY, 'check'] as const;

/** The calendars of the person. */
export function useCalendars() {
  const client = useClient();
  return useQuery({
    queryKey: SOURCES_KEY,
    queryFn: ({ signal }) => client.call(calls.listCalendarSources, { signal }),
  });
}

/** Where accounts can be connected. */
export function useCalendarServices() {
  const client = useClient();
  return useQuery({
    queryKey: [...CALENDARS_KEY, 'services'],
    queryFn: ({ signal }) => client.call(calls.listCalendarServices, { signal }),
    staleTime: 300_000,
  });
}

/** What is in the calendars this week, by which one sees whether they can be read. */
export function useCalendarCheck() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: CHECK_KEY,
    queryFn: async ({ signal }) => {
      const read = await client.call(calls.listCalendarEvents, { signal });
      // An account whose consent has ended is found by reading it.
      if (read.faults.length > 0) await queryClient.invalidateQueries({ queryKey: SOURCES_KEY });
      return read;
    },
  });
}

export interface CalendarWish {
  readonly calendar: CalendarSource;
  readonly change: Pick<CalendarSourceChange, 'name' | 'color' | 'isEnabled'>;
  readonly isUndo?: boolean;
}

/** Renames, recolours, and switches calendars on and off; it shows at once, and can be undone. */
export function useChangeCalendar(): (wish: CalendarWish) => void {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(calendarsTexts);
  const common = useTexts(commonTexts);
  const { mutate } = useOptimistic<CalendarWish, CalendarSource, CalendarSource[]>({
    queryKey: SOURCES_KEY,
    send: ({ calendar: { id }, change }) =>
      client.call(calls.changeCalendarSource, { params: { id }, body: change }),
    foresee: (list, { calendar, change }) =>
      list.map((each) => (each.id === calendar.id ? { ...each, ...change } : each)),
    refreshes: [CALENDARS_KEY],
    onDone: (answer, { calendar, isUndo }) => {
      const { name, color, isEnabled } = calendar;
      const undo = {
        name: common.undo,
        run: () => mutate({ calendar: answer, change: { name, color, isEnabled }, isUndo: true }),
      };
      toast({ text: texts.saved({ name: answer.name }), ...(!isUndo && { action: undo }) });
    },
  });
  return mutate;
}

/** Adds a calendar by its address. */
export function useAddCalendar() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(calendarsTexts);
  return useMutation({
    mutationFn: (body: NewCalendarSource) => client.call(calls.addCalendarSource, { body }),
    onSuccess: ({ name }) => {
      toast({ text: texts.added({ name }) });
      return queryClient.invalidateQueries({ queryKey: CALENDARS_KEY });
    },
  });
}

/** Gives a calendar another address. */
export function useChangeAddress() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const texts = useTexts(calendarsTexts);
  return useMutation({
    mutationFn: ({ id, url }: { id: string; url: string }) =>
      client.call(calls.changeCalendarSource, { params: { id }, body: { url } }),
    onSuccess: ({ name }) => {
      toast({ text: texts.saved({ name }) });
      return queryClient.invalidateQueries({ queryKey: CALENDARS_KEY });
    },
  });
}

/** Forgets a calendar; access to an account is given back. */
export function useRemoveCalendar() {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const texts = useTexts(calendarsTexts);
  return useMutation({
    mutationFn: ({ id }: CalendarSource) => client.call(calls.deleteCalendarSource, { params: { id } }),
    onSuccess: (_, { name }) => toast({ text: texts.removed({ name }) }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: CALENDARS_KEY }),
  });
}
