import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  loading: 'Ihre Einstellungen werden geladen',
  theSettings: 'Ihre Einstellungen',
  asOrganization: 'Organisation: {name}',
  lookTitle: 'Aussehen und Sprache',
  themeHelp: 'Hell, dunkel oder mit hohem Kontrast; gilt in diesem Browser.',
  themeSystemEffect: 'Folgt der Einstellung Ihres Geräts.',
  localeHelp:
    'Sprache der Seiten und der Mails an Sie, und wie Daten und Zahlen geschrieben werden; auf allen Ihren Geräten.',
  formatsTitle: 'Formate',
  durationFormatHelp: 'Wie Längen für Sie geschrieben werden.',
  timeZoneHelp:
    'Sagt, was für Sie „heute“ ist und zu welcher Uhrzeit Ihre Einträge beginnen. Vorhandene Einträge bleiben, wie sie sind.',
  bookingTitle: 'Zeit eintragen',
  addTimeModeHelp: 'Wonach der Dialog „Zeit eintragen“ Sie fragt.',
  defaultType: 'Übliche Tätigkeitsart',
  defaultTypeHelp: 'Gilt, wo zu einer Zeit keine Tätigkeitsart angegeben ist.',
  defaultTypeEffect: 'Neue Zeit beginnt mit {name}.',
  favourites: 'Bevorzugte Tätigkeitsarten',
  favouritesHelp: 'Stehen überall vorn, wo Sie eine Tätigkeitsart wählen.',
  favouritesNone: 'Alle stehen in der Reihenfolge der Organisation.',
  favouritesSet: 'Vorn: {value}.',
  typesOff: 'Ihre Organisation verwendet keine Tätigkeitsarten.',
  mailTitle: 'Mails an Sie',
  mail: 'Erinnerungen, Übersichten und Warnungen',
  mailHelp:
    'Was Ihre Organisation zu Zeit, Wochen und Budgets sendet. Berichte, die Ihnen jemand nach Plan sendet, kommen trotzdem.',
  mailOn: 'Sie gehen an {email}.',
  mailOff: 'Nichts davon wird Ihnen gesendet.',
  mailNoAddress:
    'Für Sie ist keine E-Mail-Adresse eingetragen, deshalb wird nichts gesendet. Die Administration kann eine eintragen.',
};
