import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Tag',
  addTime: 'Zeit hinzufügen',
  oneDay: 'Alle Tage zeigen',
  noTimeThisDay: 'Keine Zeit an diesem Tag',
  noTimeThisDayHint:
    'Fügen Sie hinzu, woran Sie gearbeitet haben, oben mit „Zeit hinzufügen“ oder der Taste {key}.',
  loading: 'Zeiteinträge werden geladen',
  yourWorklogs: 'Ihre Zeiteinträge',
  noTimeYet: 'Noch keine Zeit',
  noTimeHint:
    'Schreiben Sie in die Leiste oben, woran Sie arbeiten, und drücken Sie {enter}, oder fügen Sie Zeit hinzu, die Sie schon verbracht haben.',
  loadMore: 'Mehr laden',
  loadingMore: 'Wird geladen …',
  total: 'Summe {length}',
  today: 'Heute',
  yesterday: 'Gestern',
  tomorrow: 'Morgen',
  continue: 'Fortsetzen',
  edit: 'Bearbeiten',
  duplicate: 'Duplizieren',
  delete: 'Löschen',
  deleted: '{length} gelöscht',
  duplicated: '{length} dupliziert',
  restored: 'Wiederhergestellt',
  keyNew: 'neu',
  keyStop: 'stoppen',
  keyContinue: 'letztes fortsetzen',
  keyAll: 'alle Kürzel',
};
