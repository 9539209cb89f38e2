import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  exportTitle: 'Organisation exportieren',
  exportHint:
    'Alles in einer Datei, wie es in diesem Moment ist, während alle weiterarbeiten. Kennwörter, Tokens und andere Zugangsdaten bleiben draußen.',
  export: 'Exportieren',
  exporting: 'Der Export läuft',
  received: '{size} empfangen',
  stay: 'Bleiben Sie bis zum Ende auf dieser Seite.',
  saved: 'Gespeichert: {name} ({size})',
  cancelled: 'Der Export wurde abgebrochen; nichts wurde gespeichert.',
  failed: 'Der Export kam nicht zum Ende: {reason}',
  restoreTitle: 'Importieren und wiederherstellen',
  restoreHint:
    'Geschieht auf dem Server, weil es die ganze Datenbank betrifft. Beides überschreibt nichts Vorhandenes.',
  importOne: 'Eine exportierte Organisation in diese oder eine andere Installation holen',
  importEffect:
    'Sie kommt neben die anderen, ganz oder gar nicht; ein Anmeldelink für ihren Administrator wird ausgegeben.',
  backup: 'Die ganze Installation im laufenden Betrieb sichern',
  backupEffect: 'Ein stimmiger Stand; bewahren Sie die Datei secret.key getrennt auf.',
  restore: 'Eine Sicherung in eine leere Datenbank zurückholen',
  restoreEffect: 'Eine Datenbank mit Zeilen wird abgelehnt.',
  command: 'Befehl',
  personTitle: 'Eine Person',
  personHint:
    'Für Personen, die ihre Daten verlangen oder vergessen werden möchten (DSGVO, Artikel 15 und 17).',
  person: 'Person',
  choosePerson: 'Person wählen',
  exportPerson: 'Daten exportieren',
  exportPersonEffect:
    'Ein Dokument mit allem, was gespeichert ist: Einstellungen, Gruppen, Anmeldungen, Wochen, Zeiteinträge und Vorgänge.',
  erase: 'Löschen…',
  eraseSelf: 'Niemand löscht sich selbst; bitten Sie einen anderen Administrator.',
  loadingPeople: 'Personen werden geladen',
  thePeople: 'die Personen',
  myTitle: 'Ihre Daten',
  myHint:
    'Eine JSON-Datei: Zeit, Wochen, Berichte, Ansichten, Kalender, Anmeldungen und was das Änderungsprotokoll über Sie enthält; ohne Kennwörter und Schlüssel.',
};
