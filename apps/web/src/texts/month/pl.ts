import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Miesiąc',
  loading: 'Wczytywanie miesiąca',
  theMonth: 'miesiąc',
  addTime: 'Dodaj czas',
  week: 'Tydzień',
  weekNumber: 'Tydzień {number}',
  total: 'Suma',
  dayTotal: '{day}: {length}',
  dayWithoutTime: '{day}: brak czasu',
  submit: 'Wyślij',
  submitWeek: 'Wyślij tydzień od {day}',
  revoke: 'Wycofaj',
  revokeWeek: 'Wycofaj tydzień od {day}',
  submitted: 'Wysłano: {length} w tygodniu od {day}',
  revoked: 'Wycofano: tydzień od {day} można znów zmieniać',
  rejectedBecause: 'Zwrócono: {comment}',
  activityTypes: 'Rodzaje czynności',
  keyMove: 'poruszaj',
  keyOpen: 'otwórz dzień',
  keyMonth: 'inny miesiąc',
};
