import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Skonfiguruj Stint',
  hint: 'Trzy kroki w dowolnej kolejności; do każdego wrócisz później w ustawieniach.',
  progress: 'Gotowe: {done} z {all}',
  doneMark: 'Gotowe',
  connect: 'Połącz z Azure DevOps',
  connectText: 'Wtedy każdy znajdzie swoje elementy robocze. Potrzebny jest adres i token z prawem odczytu.',
  connectAct: 'Połącz',
  demo: 'Chcesz się tylko rozejrzeć? To polecenie uruchomi obok drugi Stint z danymi demo:',
  demoCommand: 'polecenie demo',
  invite: 'Zaproś osoby',
  inviteText: 'Podaj osoby albo grupę z Azure DevOps lub dostawcy logowania i wybierz ich uprawnienia.',
  inviteAct: 'Dodaj osoby',
  track: 'Zarejestruj pierwszy czas',
  trackText: 'Wpisz na pasku powyżej, co robisz, i naciśnij Enter; S zatrzymuje zegar.',
  trackAct: 'Przejdź do paska',
  allDone: 'Wszystko gotowe. Reguły, formaty i akceptacje znajdziesz w ustawieniach.',
  close: 'Nie pokazuj więcej',
  closed: 'Pierwsze kroki są ukryte',
};
