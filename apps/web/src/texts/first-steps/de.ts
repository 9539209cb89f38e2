import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Stint einrichten',
  hint: 'Drei Schritte in beliebiger Reihenfolge; alle finden Sie später auch in den Einstellungen.',
  progress: '{done} von {all} erledigt',
  doneMark: 'Erledigt',
  connect: 'Azure DevOps verbinden',
  connectText:
    'Dann finden alle beim Erfassen ihre Arbeitselemente. Nötig sind eine Adresse und ein Token mit Leserecht.',
  connectAct: 'Verbinden',
  demo: 'Sie möchten sich nur umsehen? So startet daneben ein zweites Stint mit Demodaten:',
  demoCommand: 'Demo-Befehl',
  invite: 'Personen einladen',
  inviteText:
    'Nennen Sie Personen oder eine Gruppe aus Azure DevOps oder Ihrem Anmeldeanbieter und wählen Sie deren Rechte.',
  inviteAct: 'Personen hinzufügen',
  track: 'Die erste Zeit erfassen',
  trackText: 'Schreiben Sie oben in die Leiste, was Sie tun, und drücken Sie Enter; S hält die Uhr an.',
  trackAct: 'Zur Leiste',
  allDone: 'Alles ist bereit. Regeln, Formate und Freigaben finden Sie in den Einstellungen.',
  close: 'Nicht mehr anzeigen',
  closed: 'Die ersten Schritte sind ausgeblendet',
};
