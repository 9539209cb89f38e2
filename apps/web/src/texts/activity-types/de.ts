import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Tätigkeitsarten',
  saved: 'Die Tätigkeitsarten sind gespeichert',
  feature: 'Verwendung',
  inUse: 'Tätigkeitsarten verwenden',
  inUseHelp: 'Sagen, welche Art von Arbeit es war: Entwicklung, Besprechungen, Support.',
  inUseOn: 'Bei jedem Eintrag kann man eine wählen.',
  inUseOff: 'Sie sind verborgen; was früher gewählt wurde, bleibt.',
  listHint: 'Listen zeigen sie in dieser Reihenfolge. Namen, Farben und Reihenfolge gelten sofort für alle.',
  loading: 'Tätigkeitsarten werden geladen',
  theTypes: 'die Tätigkeitsarten',
  newName: 'Neue Tätigkeitsart',
  add: 'Hinzufügen',
  move: '{name} verschieben',
  moveHint: 'Ziehen oder Pfeiltasten',
  movedTo: '{name} steht jetzt an Stelle {place} von {count}',
  colourOf: 'Farbe von {name}',
  nameOf: 'Name von {name}',
  isDefault: 'Standard',
  deleteOne: '{name} löschen',
  defaultStays: '{name} ist der Standard; wählen Sie vor dem Löschen einen anderen',
  deleteTitle: '{name} löschen?',
  deleteText:
    'Seine Zeit und die Wahl von Personen, die es als Standard oder Favorit haben, bekommen eine andere Art. Das lässt sich nicht rückgängig machen.',
  replacement: 'Die Zeit bekommt stattdessen',
  deleteAct: 'Löschen und neu zuordnen',
  deleted: '{name} ist gelöscht',
};
