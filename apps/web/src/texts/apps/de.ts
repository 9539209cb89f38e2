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
};
