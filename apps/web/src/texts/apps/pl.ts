import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Aplikacje',
  pairDesktop: 'Sparuj aplikację na komputer',
  pairDesktopHint: 'Aplikacja na tym komputerze otworzy się i zapyta raz.',
  desktopOpened:
    'Aplikacja powinna teraz zapytać. Nic się nie otworzyło? Uruchom ją, wybierz ten serwer i wpisz jej PIN poniżej.',
  pairTitle: 'Sparuj aplikację',
  pairHint: 'Wpisz sześć cyfr, które pokazuje aplikacja; są ważne minutę.',
  pin: 'PIN',
  name: 'Nazwa',
  nameHint: 'Puste: nazwa aplikacji',
  pair: 'Sparuj',
  paired: 'Aplikacja jest sparowana',
  pairedApps: 'Sparowane aplikacje',
  loading: 'Wczytywanie aplikacji',
  yourApps: 'Twoje aplikacje',
  noneTitle: 'Żadna aplikacja nie jest sparowana',
  noneText:
    'Otwórz aplikację lub skrypt, zażądaj logowania i wpisz powyżej pokazany PIN. Aplikacja będzie rejestrować czas w Twoim imieniu, dopóki jej tu nie rozłączysz.',
  pairedOn: 'Sparowano {date}',
  lastUsed: 'ostatnio użyto {when}',
  notUsedYet: 'jeszcze nie użyto',
  unpair: 'Rozłącz',
  unpairAll: 'Rozłącz wszystkie',
  unpairAllApps: 'Rozłącz wszystkie aplikacje',
  unpairAllTitle: 'Rozłączyć wszystkie aplikacje?',
  unpairAllText: 'Każda aplikacja zostanie od razu wylogowana i trzeba ją będzie sparować ponownie.',
  unpaired: 'Aplikacja jest rozłączona',
  allUnpaired: 'Wszystkie aplikacje są rozłączone',
};
