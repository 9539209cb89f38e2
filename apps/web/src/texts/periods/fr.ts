import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  earlier: 'Précédent',
  later: 'Suivant',
  today: 'Aujourd’hui',
  filterNone: '{name} : tous',
  filterSome: {
    one: '{name} : {count} choisi',
    many: '{name} : {count} choisis',
    other: '{name} : {count} choisis',
  },
  showAll: 'Tout afficher',
  stateInProgress: 'En cours',
  stateSubmitted: 'Soumise',
  stateReopened: 'Rouverte',
  stateApproved: 'Approuvée',
  stateClosed: 'Clôturée',
  stateLocked: 'Verrouillée',
};
