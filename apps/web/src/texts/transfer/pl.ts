import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  exportTitle: 'Eksport organizacji',
  exportHint:
    'Wszystko w jednym pliku, w stanie z tej chwili, bez przerywania pracy. Hasła, tokeny i inne dane logowania nie są w nim zapisane.',
  export: 'Eksportuj',
  exporting: 'Eksport trwa',
  received: 'Odebrano {size}',
  stay: 'Zostań na tej stronie do końca.',
  saved: 'Zapisano: {name} ({size})',
  cancelled: 'Eksport anulowano; nic nie zapisano.',
  failed: 'Eksport nie dobiegł końca: {reason}',
  restoreTitle: 'Import i przywracanie',
  restoreHint:
    'Odbywa się na serwerze, bo dotyczy całej bazy danych. Nic, co istnieje, nie zostanie nadpisane.',
  importOne: 'Wczytaj wyeksportowaną organizację do tej lub innej instalacji',
  importEffect: 'Dołącza obok innych, w całości albo wcale, i wypisuje link do logowania dla administratora.',
  backup: 'Kopia zapasowa całej instalacji podczas pracy',
  backupEffect: 'Jeden spójny stan; plik secret.key przechowuj osobno.',
  restore: 'Przywróć kopię do pustej bazy danych',
  restoreEffect: 'Baza zawierająca wiersze zostanie odrzucona.',
  command: 'polecenie',
  personTitle: 'Jedna osoba',
  personHint: 'Dla osób, które proszą o swoje dane lub o zapomnienie (RODO, art. 15 i 17).',
  person: 'Osoba',
  choosePerson: 'Wybierz osobę',
  exportPerson: 'Eksportuj dane',
  exportPersonEffect:
    'Jeden dokument ze wszystkim, co przechowujemy: ustawienia, grupy, logowania, tygodnie, wpisy i zdarzenia.',
  erase: 'Wymaż…',
  eraseSelf: 'Nikt nie wymazuje samego siebie; poproś innego administratora.',
  loadingPeople: 'Wczytywanie osób',
  thePeople: 'osób',
  myTitle: 'Twoje dane',
  myHint:
    'Jeden plik JSON: czas, tygodnie, raporty, układy, kalendarze, logowania i to, co dziennik zmian zawiera o tobie; bez haseł i kluczy.',
};
