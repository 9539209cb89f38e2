import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  loading: 'Wczytywanie twoich preferencji',
  theSettings: 'twoje preferencje',
  asOrganization: 'Organizacja: {name}',
  lookTitle: 'Wygląd i język',
  themeHelp: 'Jasny, ciemny lub o wysokim kontraście; obowiązuje w tej przeglądarce.',
  themeSystemEffect: 'Taki, jak ustawiono na twoim urządzeniu.',
  localeHelp:
    'Język stron i wiadomości do ciebie oraz sposób zapisu dat i liczb; na wszystkich twoich urządzeniach.',
  formatsTitle: 'Formaty',
  durationFormatHelp: 'Jak zapisywany jest dla ciebie czas trwania.',
  timeZoneHelp:
    'Decyduje, co jest dla ciebie „dziś” i o której zaczynają się twoje wpisy. Istniejące wpisy się nie zmieniają.',
  bookingTitle: 'Wpisywanie czasu',
  addTimeModeHelp: 'O co pyta cię okno dodawania czasu.',
  defaultType: 'Domyślny rodzaj czynności',
  defaultTypeHelp: 'Używany, gdy wpis nie podaje rodzaju czynności.',
  defaultTypeEffect: 'Nowy wpis zaczyna się od: {name}.',
  favourites: 'Ulubione rodzaje czynności',
  favouritesHelp: 'Stoją na początku wszędzie tam, gdzie wybierasz rodzaj czynności.',
  favouritesNone: 'Wszystkie stoją w kolejności organizacji.',
  favouritesSet: 'Na początku: {value}.',
  typesOff: 'Twoja organizacja nie używa rodzajów czynności.',
  mailTitle: 'Wiadomości do ciebie',
  mail: 'Przypomnienia, podsumowania i ostrzeżenia',
  mailHelp:
    'To, co twoja organizacja wysyła o czasie, tygodniach i budżetach. Raporty, które ktoś wysyła ci według planu, przychodzą mimo to.',
  mailOn: 'Przychodzą na adres {email}.',
  mailOff: 'Żadna z nich nie jest do ciebie wysyłana.',
  mailNoAddress: 'Nie ma tu twojego adresu e-mail, więc nic nie jest wysyłane. Administrator może go wpisać.',
};
