import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Jour',
  addTime: 'Ajouter du temps',
  oneDay: 'Tous les jours',
  noTimeThisDay: 'Aucun temps ce jour-là',
  noTimeThisDayHint: 'Ajoutez ce que vous avez fait, avec « Ajouter du temps » ci-dessus ou la touche {key}.',
  loading: 'Chargement des temps',
  yourWorklogs: 'vos temps',
  noTimeYet: 'Pas encore de temps',
  noTimeHint:
    'Saisissez dans la barre du haut ce que vous faites et appuyez sur {enter}, ou ajoutez du temps déjà passé.',
  loadMore: 'Charger plus',
  loadingMore: 'Chargement…',
  total: 'Total {length}',
  today: 'Aujourd’hui',
  yesterday: 'Hier',
  tomorrow: 'Demain',
  continue: 'Continuer',
  edit: 'Modifier',
  duplicate: 'Dupliquer',
  delete: 'Supprimer',
  deleted: '{length} supprimé',
  duplicated: '{length} dupliqué',
  restored: 'Rétabli',
  keyNew: 'nouveau',
  keyStop: 'arrêter',
  keyContinue: 'continuer le dernier',
  keyAll: 'tous les raccourcis',
};
