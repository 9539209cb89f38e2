import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Anmelden',
  signInTo: 'Bei {organization} anmelden',
  continueWith: 'Weiter mit {name}',
  or: 'oder',
  email: 'E-Mail',
  password: 'Kennwort',
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft …',
  linkFault: 'Dieser Link funktioniert nicht',
  anotherWay: 'Auf andere Weise anmelden',
  welcome: 'Willkommen, {name}',
  setOne: 'Legen Sie ein Kennwort fest, damit Sie sich ohne Link wieder anmelden können.',
  skip: 'Vorerst überspringen',
  currentPassword: 'Bisheriges Kennwort',
  newPassword: 'Neues Kennwort',
  leastLength: { one: 'Mindestens {count} Zeichen', other: 'Mindestens {count} Zeichen' },
  setPassword: 'Kennwort festlegen',
};
