import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Rodzaje czynności',
  saved: 'Rodzaje czynności zapisano',
  feature: 'Użycie',
  inUse: 'Używaj rodzajów czynności',
  inUseHelp: 'Mówią, jaki to był rodzaj pracy: programowanie, spotkania, wsparcie.',
  inUseOn: 'Przy każdym wpisie można wybrać jeden z nich.',
  inUseOff: 'Są ukryte; wcześniejsze wybory pozostają.',
  listHint: 'Listy pokazują je w tej kolejności. Nazwy, kolory i kolejność obowiązują wszystkich od razu.',
  loading: 'Wczytywanie rodzajów czynności',
  theTypes: 'rodzaje czynności',
  newName: 'Nowy rodzaj czynności',
  add: 'Dodaj',
  move: 'Przenieś: {name}',
  moveHint: 'Przeciągnij lub użyj strzałek',
  movedTo: '{name}: miejsce {place} z {count}',
  colourOf: 'Kolor: {name}',
  nameOf: 'Nazwa: {name}',
  isDefault: 'Domyślny',
  deleteOne: 'Usuń: {name}',
  defaultStays: '{name} jest domyślny; przed usunięciem wybierz inny',
  deleteTitle: 'Usunąć: {name}?',
  deleteText:
    'Jego czas oraz wybory osób, które mają go jako domyślny lub ulubiony, dostaną inny. Tego nie można cofnąć.',
  replacement: 'Czas dostaje w zamian',
  deleteAct: 'Usuń i przypisz',
  deleted: 'Usunięto: {name}',
};
