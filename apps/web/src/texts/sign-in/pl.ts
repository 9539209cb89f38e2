import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Logowanie',
  signInTo: 'Zaloguj się do {organization}',
  continueWith: 'Kontynuuj przez {name}',
  or: 'lub',
  email: 'E-mail',
  password: 'Hasło',
  signIn: 'Zaloguj się',
  signingIn: 'Logowanie…',
  linkFault: 'Ten link nie działa',
  anotherWay: 'Zaloguj się inaczej',
  welcome: 'Witaj, {name}',
  setOne: 'Ustaw hasło, aby móc zalogować się ponownie bez linku.',
  skip: 'Pomiń na razie',
  currentPassword: 'Obecne hasło',
  newPassword: 'Nowe hasło',
  leastLength: {
    one: 'Co najmniej {count} znak',
    few: 'Co najmniej {count} znaki',
    many: 'Co najmniej {count} znaków',
    other: 'Co najmniej {count} znaku',
  },
  setPassword: 'Ustaw hasło',
};
