import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Mois',
  loading: 'Chargement du mois',
  theMonth: 'le mois',
  addTime: 'Ajouter du temps',
  week: 'Semaine',
  weekNumber: 'Semaine {number}',
  total: 'Total',
  dayTotal: '{day} : {length}',
  dayWithoutTime: '{day} : aucun temps',
  submit: 'Soumettre',
  submitWeek: 'Soumettre la semaine du {day}',
  revoke: 'Retirer',
  revokeWeek: 'Retirer la semaine du {day}',
  submitted: 'Soumis : {length} pour la semaine du {day}',
  revoked: 'Retirée : la semaine du {day} peut de nouveau être modifiée',
  rejectedBecause: 'Rendue : {comment}',
  activityTypes: 'Types d’activité',
  keyMove: 'se déplacer',
  keyOpen: 'ouvrir le jour',
  keyMonth: 'autre mois',
};
