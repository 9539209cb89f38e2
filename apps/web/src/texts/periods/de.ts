import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  earlier: 'Früher',
  later: 'Später',
  today: 'Heute',
  filterNone: '{name}: alle',
  filterSome: { one: '{name}: {count} gewählt', other: '{name}: {count} gewählt' },
  showAll: 'Alle zeigen',
  stateInProgress: 'In Arbeit',
  stateSubmitted: 'Eingereicht',
  stateReopened: 'Wieder geöffnet',
  stateApproved: 'Freigegeben',
  stateClosed: 'Abgeschlossen',
  stateLocked: 'Gesperrt',
};
