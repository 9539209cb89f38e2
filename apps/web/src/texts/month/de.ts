import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Monat',
  loading: 'Monat wird geladen',
  theMonth: 'der Monat',
  addTime: 'Zeit hinzufügen',
  week: 'Woche',
  weekNumber: 'Woche {number}',
  total: 'Summe',
  dayTotal: '{day}: {length}',
  dayWithoutTime: '{day}: keine Zeit',
  submit: 'Einreichen',
  submitWeek: 'Woche ab {day} einreichen',
  revoke: 'Zurückziehen',
  revokeWeek: 'Woche ab {day} zurückziehen',
  submitted: 'Eingereicht: {length} in der Woche ab {day}',
  revoked: 'Zurückgezogen: Die Woche ab {day} lässt sich wieder ändern',
  rejectedBecause: 'Zurückgegeben: {comment}',
  activityTypes: 'Tätigkeitsarten',
  keyMove: 'bewegen',
  keyOpen: 'Tag öffnen',
  keyMonth: 'anderer Monat',
};
