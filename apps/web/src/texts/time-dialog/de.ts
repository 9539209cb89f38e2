import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  addTime: 'Zeit hinzufügen',
  editTime: 'Zeit bearbeiten',
  workItem: 'Arbeitselement',
  findWorkItem: 'Suche nach Nummer oder Wörtern des Titels',
  noWorkItemFits: 'Kein Arbeitselement passt.',
  clearWorkItem: 'Arbeitselement entfernen',
  date: 'Datum',
  from: 'Von',
  to: 'Bis',
  timeUnreadable: '„{text}“ ist keine Uhrzeit; schreiben Sie 9:30, 930 oder 9.',
  duration: 'Dauer',
  presets: 'Vorgaben für die Dauer',
  comment: 'Kommentar',
  activityType: 'Tätigkeitsart',
  billable: 'Abrechenbar',
  draftRestored: 'Ihre frühere Eingabe ist wieder da.',
  startAfresh: 'Neu beginnen',
  forWhom: 'Für',
  forWhomHint: 'Datum und Uhrzeit gelten nach der Uhr dieser Person.',
  myself: '{name} (ich)',
};
