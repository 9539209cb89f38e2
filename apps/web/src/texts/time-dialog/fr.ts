import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  addTime: 'Ajouter du temps',
  editTime: 'Modifier le temps',
  workItem: 'Élément de travail',
  findWorkItem: 'Chercher par numéro ou mots du titre',
  noWorkItemFits: 'Aucun élément de travail ne correspond.',
  clearWorkItem: 'Retirer l’élément de travail',
  date: 'Date',
  from: 'De',
  to: 'À',
  timeUnreadable: '« {text} » n’est pas une heure ; écrivez 9:30, 930 ou 9.',
  duration: 'Durée',
  presets: 'Durées prédéfinies',
  comment: 'Commentaire',
  activityType: 'Type d’activité',
  billable: 'Facturable',
  draftRestored: 'Votre saisie précédente est de retour.',
  startAfresh: 'Recommencer',
  forWhom: 'Pour',
  forWhomHint: 'La date et l’heure sont celles de cette personne.',
  myself: '{name} (moi)',
};
