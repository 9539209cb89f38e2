import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  cancel: 'Abbrechen',
  save: 'Speichern',
  tryAgain: 'Erneut versuchen',
  dismiss: 'Ausblenden',
  close: 'Schließen',
  undo: 'Rückgängig',
  closeMessage: 'Meldung schließen',
  copy: 'Kopieren',
  copyName: '{name} kopieren',
  copied: '{name} kopiert',
  copyingFailed: 'Das Kopieren ging nicht; markieren Sie stattdessen den Text.',
  somethingWentWrong: 'Etwas ist schiefgegangen.',
  serverUnreachable: 'Der Server ist nicht erreichbar.',
  pageFault: 'Diese Seite konnte nicht angezeigt werden',
  couldNotBeLoaded: 'Konnte nicht geladen werden: {what}',
  notFound: 'Nicht gefunden',
  noPageHere: 'Unter dieser Adresse gibt es keine Seite.',
  goToDay: 'Zum Tag',
  notForYourRole: 'Nicht für Ihre Rolle',
  roleNeeded: 'Dafür braucht es die Rolle {needed}; Ihre ist {own}. Administratoren können das ändern.',
  changeRefused: '{reason} Ihre Änderung wurde zurückgenommen.',
};
