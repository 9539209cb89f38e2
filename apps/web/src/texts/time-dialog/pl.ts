import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  addTime: 'Dodaj czas',
  editTime: 'Edytuj czas',
  workItem: 'Element roboczy',
  findWorkItem: 'Szukaj po numerze lub słowach tytułu',
  noWorkItemFits: 'Żaden element roboczy nie pasuje.',
  clearWorkItem: 'Usuń element roboczy',
  date: 'Data',
  from: 'Od',
  to: 'Do',
  timeUnreadable: '„{text}” to nie godzina; wpisz 9:30, 930 lub 9.',
  duration: 'Czas trwania',
  presets: 'Gotowe czasy trwania',
  comment: 'Komentarz',
  activityType: 'Rodzaj czynności',
  billable: 'Rozliczalne',
  draftRestored: 'Przywrócono wcześniejszą treść.',
  startAfresh: 'Zacznij od nowa',
  forWhom: 'Dla',
  forWhomHint: 'Data i godziny są według zegara tej osoby.',
  myself: '{name} (ja)',
};
