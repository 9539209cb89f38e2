import type { Translation } from '../template.ts';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  trackBar: 'Barre de suivi',
  whatAreYouWorkingOn: 'Sur quoi travaillez-vous ?',
  enterStartsWithComment:
    'Aucun élément de travail ne correspond ; Entrée démarre avec ce texte comme commentaire.',
  start: 'Démarrer',
  stop: 'Arrêter',
  stopWithKey: 'Arrêter (S)',
  newTrackWithKey: 'Nouveau suivi (N)',
  cancel: 'Annuler',
  runningTime: 'Temps en cours',
  notRunning: 'À l’arrêt',
  comment: 'Commentaire',
  clearWorkItem: 'Retirer l’élément de travail',
  changeWorkItem: 'Changer d’élément de travail',
  addWorkItem: 'Ajouter un élément de travail',
  findWorkItem: 'Rechercher un élément de travail',
  workItemOfRunningTrack: 'Élément de travail du suivi en cours',
  noWorkItemFits: 'Aucun élément de travail ne correspond.',
  searchDoesNotAnswer: 'La recherche ne répond pas ; votre saisie est conservée.',
  workItems: 'Éléments de travail',
  activityType: 'Type d’activité',
  activityTypeIs: 'Type d’activité : {name}',
  billable: 'Facturable',
  none: 'aucun',
  durationExamples: 'Par exemple 1:30, 1h30m, 90m ou 1,5',
  durationEmpty: 'Saisissez une durée, par exemple 1:30, 1h30m, 90m ou 1,5.',
  durationNegative: 'Une durée ne peut pas être négative.',
  durationUnreadable: '« {text} » n’est pas une durée ; écrivez 1:30, 1h30m, 90m ou 1,5.',
  durationTooLong: 'Une durée ne peut pas dépasser {hours} heures.',
};
