import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  earlier: 'Wcześniej',
  later: 'Później',
  today: 'Dzisiaj',
  filterNone: '{name}: wszystkie',
  filterSome: {
    one: '{name}: wybrano {count}',
    few: '{name}: wybrano {count}',
    many: '{name}: wybrano {count}',
    other: '{name}: wybrano {count}',
  },
  showAll: 'Pokaż wszystkie',
  stateInProgress: 'W toku',
  stateSubmitted: 'Wysłany',
  stateReopened: 'Otwarty ponownie',
  stateApproved: 'Zaakceptowany',
  stateClosed: 'Zamknięty',
  stateLocked: 'Zablokowany',
};
