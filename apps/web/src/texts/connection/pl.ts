import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  reading: 'Trwa pierwszy pełny odczyt',
  readSoFar: {
    one: 'na razie {count} element roboczy',
    few: 'na razie {count} elementy robocze',
    many: 'na razie {count} elementów roboczych',
    other: 'na razie {count} elementu roboczego',
  },
  readingHint: 'Możesz opuścić tę stronę; w tym czasie da się rejestrować czas.',
  newestChange: 'Najnowsza zmiana',
  nextRead: 'Następny odczyt',
  nextReadNow: 'teraz',
  test: 'Sprawdź połączenie',
  testing: 'Sprawdzanie…',
  testGoodServices: 'Połączenie z Azure DevOps Services działa. Token należy do: {name}.',
  testGoodServer: 'Połączenie z Azure DevOps Server działa. Token należy do: {name}.',
  testBad: 'Połączenie nie działa: {reason}',
  testOnly: 'Sprawdź bez łączenia',
  addressFault:
    'Zacznij od https:// i podaj organizację lub kolekcję, na przykład https://dev.azure.com/contoso.',
  patHint:
    'Utwórz go w Azure DevOps w „User settings”, z uprawnieniami „Work Items: Read” i „Project and Team: Read”.',
  expires: 'Ostatni dzień tokenu',
  expiresHelp: 'Azure DevOps go nie podaje: wpisz dzień pokazany przy tworzeniu tokenu.',
  expiresNone: 'Nikt nie zostanie ostrzeżony przed jego wygaśnięciem.',
  expiresIn: {
    one: 'Wygasa za {count} dzień. Administratorzy dostają ostrzeżenie 30, 7 i 1 dzień wcześniej; raporty działają dalej.',
    few: 'Wygasa za {count} dni. Administratorzy dostają ostrzeżenie 30, 7 i 1 dzień wcześniej; raporty działają dalej.',
    many: 'Wygasa za {count} dni. Administratorzy dostają ostrzeżenie 30, 7 i 1 dzień wcześniej; raporty działają dalej.',
    other:
      'Wygasa za {count} dnia. Administratorzy dostają ostrzeżenie 30, 7 i 1 dzień wcześniej; raporty działają dalej.',
  },
  expiresToday: 'Dziś jest jego ostatni dzień. Wpisz poniżej nowy token.',
  expired: 'Wygasł {date}. Wpisz poniżej nowy token; do tego czasu elementy robocze nie są aktualizowane.',
  expirySaved: 'Zapisano: ostatni dzień tokenu',
};
