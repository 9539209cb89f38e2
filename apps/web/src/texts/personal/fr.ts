import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  loading: 'Chargement de vos préférences',
  theSettings: 'vos préférences',
  asOrganization: 'Organisation : {name}',
  lookTitle: 'Apparence et langue',
  themeHelp: 'Clair, sombre ou à contraste élevé ; valable dans ce navigateur.',
  themeSystemEffect: 'Suit le réglage de votre appareil.',
  localeHelp:
    'Langue des pages et des messages qui vous sont adressés, et écriture des dates et des nombres ; sur tous vos appareils.',
  formatsTitle: 'Formats',
  durationFormatHelp: 'Comment les durées sont écrites pour vous.',
  timeZoneHelp:
    'Décide de ce qui est « aujourd’hui » pour vous et de l’heure à laquelle vos saisies commencent. Les saisies existantes ne changent pas.',
  bookingTitle: 'Saisie du temps',
  addTimeModeHelp: 'Ce que la fenêtre de saisie vous demande.',
  defaultType: 'Type d’activité par défaut',
  defaultTypeHelp: 'Retenu quand une saisie n’indique aucun type d’activité.',
  defaultTypeEffect: 'Une nouvelle saisie commence avec {name}.',
  favourites: 'Types d’activité favoris',
  favouritesHelp: 'Apparaissent en premier partout où vous choisissez un type d’activité.',
  favouritesNone: 'Tous suivent l’ordre de l’organisation.',
  favouritesSet: 'En premier : {value}.',
  typesOff: 'Votre organisation n’utilise pas de types d’activité.',
  mailTitle: 'Messages à votre adresse',
  mail: 'Rappels, résumés et alertes',
  mailHelp:
    'Ce que votre organisation envoie au sujet du temps, des semaines et des budgets. Les rapports qu’une personne vous envoie selon un plan arrivent tout de même.',
  mailOn: 'Ils sont envoyés à {email}.',
  mailOff: 'Aucun ne vous est envoyé.',
  mailNoAddress:
    'Aucune adresse e-mail n’est connue pour vous, donc rien n’est envoyé. Un administrateur peut en saisir une.',
};
