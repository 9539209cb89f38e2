import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Apps',
  pairDesktop: 'Desktop-App koppeln',
  pairDesktopHint: 'Die Desktop-App dieses Computers öffnet sich und fragt einmal nach.',
  desktopOpened:
    'Die App sollte jetzt nachfragen. Nichts geöffnet? Starten Sie sie, wählen Sie diesen Server und geben Sie ihre PIN unten ein.',
  pairTitle: 'Eine App koppeln',
  pairHint: 'Geben Sie die sechs Ziffern ein, die die App zeigt; sie gelten eine Minute.',
  pin: 'PIN',
  name: 'Name',
  nameHint: 'Leer: der Name der App',
  pair: 'Koppeln',
  paired: 'Die App ist gekoppelt',
  pairedApps: 'Gekoppelte Apps',
  loading: 'Apps werden geladen',
  yourApps: 'Ihre Apps',
  noneTitle: 'Keine App ist gekoppelt',
  noneText:
    'Öffnen Sie die Desktop-App oder Ihr Skript, lassen Sie es sich anmelden und geben Sie die gezeigte PIN oben ein. Die App erfasst dann Zeit für Sie, bis Sie sie hier entkoppeln.',
  pairedOn: 'Gekoppelt am {date}',
  lastUsed: 'zuletzt genutzt {when}',
  notUsedYet: 'noch nicht genutzt',
  unpair: 'Entkoppeln',
  unpairAll: 'Alle entkoppeln',
  unpairAllApps: 'Alle Apps entkoppeln',
  unpairAllTitle: 'Alle Apps entkoppeln?',
  unpairAllText: 'Jede App wird sofort abgemeldet und muss neu gekoppelt werden.',
  unpaired: 'Die App ist entkoppelt',
  allUnpaired: 'Alle Apps sind entkoppelt',
  downloadsTitle: 'Desktop-App',
  downloadsHint:
    'Einmal installieren; eine gekoppelte App holt sich neuere Versionen dann selbst von diesem Server.',
  loadingDownloads: 'Downloads werden geladen',
  theDownloads: 'die Downloads',
  download: 'Herunterladen',
  downloadName: '{name} herunterladen',
  version: 'Version {version}',
  beta: 'Beta',
  checksum: 'SHA-512-Prüfsumme',
  installer: 'Installationsprogramm',
  archive: 'ZIP-Archiv',
  appImage: 'AppImage',
  debian: 'Debian-Paket',
  noDownloads: 'Noch nichts zum Herunterladen',
  noDownloadsText:
    'Dieser Server hat kein Installationsprogramm der Desktop-App. Bitten Sie Ihre Administration, eines bereitzustellen.',
  publishText:
    'Dieser Server hat noch kein Installationsprogramm der Desktop-App. Erstellen und signieren Sie eines auf einem Rechner, dem Sie vertrauen, aus einer Kopie des Quelltexts; es steht hier für alle, sobald es im Ordner der Veröffentlichungen liegt.',
  stepKey:
    'Einmal: den Schlüssel erzeugen, mit dem signiert wird. Bewahren Sie release.key nicht auf dem Server auf.',
  stepBuild: 'Die Installationsprogramme für das System dieses Rechners erstellen.',
  stepPublish:
    'Ein Installationsprogramm signieren und in den Ordner der Veröffentlichungen legen (STINT_DESKTOP_RELEASES).',
  command: 'Befehl',
};
