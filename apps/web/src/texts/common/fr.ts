import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  cancel: 'Annuler',
  save: 'Enregistrer',
  tryAgain: 'Réessayer',
  dismiss: 'Masquer',
  close: 'Fermer',
  undo: 'Annuler l’action',
  closeMessage: 'Fermer le message',
  copy: 'Copier',
  copyName: 'Copier : {name}',
  copied: 'Copié : {name}',
  copyingFailed: 'La copie n’a pas fonctionné ; sélectionnez plutôt le texte.',
  somethingWentWrong: 'Un problème est survenu.',
  serverUnreachable: 'Le serveur est injoignable.',
  pageFault: 'Cette page n’a pas pu être affichée',
  couldNotBeLoaded: 'Chargement impossible : {what}',
  notFound: 'Introuvable',
  noPageHere: 'Il n’y a pas de page à cette adresse.',
  goToDay: 'Aller au jour',
  notForYourRole: 'Pas pour votre rôle',
  roleNeeded: 'Il faut le rôle {needed} ; le vôtre est {own}. Un administrateur peut le changer.',
  changeRefused: '{reason} Votre modification a été annulée.',
};
