import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Dzień',
  addTime: 'Dodaj czas',
  oneDay: 'Wszystkie dni',
  noTimeThisDay: 'Brak czasu w tym dniu',
  noTimeThisDayHint: 'Dodaj, nad czym pracowano: „Dodaj czas” powyżej lub klawisz {key}.',
  loading: 'Wczytywanie wpisów',
  yourWorklogs: 'Twoje wpisy',
  noTimeYet: 'Jeszcze brak czasu',
  noTimeHint:
    'Wpisz na pasku u góry, nad czym pracujesz, i naciśnij {enter}, albo dodaj czas, który już minął.',
  loadMore: 'Wczytaj więcej',
  loadingMore: 'Wczytywanie…',
  total: 'Suma {length}',
  today: 'Dzisiaj',
  yesterday: 'Wczoraj',
  tomorrow: 'Jutro',
  continue: 'Kontynuuj',
  edit: 'Edytuj',
  duplicate: 'Duplikuj',
  delete: 'Usuń',
  deleted: 'Usunięto {length}',
  duplicated: 'Zduplikowano {length}',
  restored: 'Przywrócono',
  keyNew: 'nowy',
  keyStop: 'zatrzymaj',
  keyContinue: 'kontynuuj ostatni',
  keyAll: 'wszystkie skróty',
};
