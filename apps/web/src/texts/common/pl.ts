import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  cancel: 'Anuluj',
  save: 'Zapisz',
  tryAgain: 'Spróbuj ponownie',
  dismiss: 'Ukryj',
  close: 'Zamknij',
  undo: 'Cofnij',
  closeMessage: 'Zamknij komunikat',
  copy: 'Kopiuj',
  copyName: 'Kopiuj: {name}',
  copied: 'Skopiowano: {name}',
  copyingFailed: 'Kopiowanie się nie udało; zaznacz tekst.',
  somethingWentWrong: 'Coś poszło nie tak.',
  serverUnreachable: 'Serwer jest nieosiągalny.',
  pageFault: 'Nie można wyświetlić tej strony',
  couldNotBeLoaded: 'Nie można wczytać: {what}',
  notFound: 'Nie znaleziono',
  noPageHere: 'Pod tym adresem nie ma strony.',
  goToDay: 'Przejdź do dnia',
  notForYourRole: 'Niedostępne dla Twojej roli',
  roleNeeded: 'Potrzebna jest rola {needed}; Twoja to {own}. Administrator może to zmienić.',
  changeRefused: '{reason} Zmiana została cofnięta.',
};
