import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Connexion',
  signInTo: 'Se connecter à {organization}',
  continueWith: 'Continuer avec {name}',
  or: 'ou',
  email: 'E-mail',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  signingIn: 'Connexion…',
  linkFault: 'Ce lien ne fonctionne pas',
  anotherWay: 'Se connecter autrement',
  welcome: 'Bienvenue, {name}',
  setOne: 'Définissez un mot de passe pour vous reconnecter sans lien.',
  skip: 'Plus tard',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  leastLength: {
    one: 'Au moins {count} caractère',
    many: 'Au moins {count} caractères',
    other: 'Au moins {count} caractères',
  },
  setPassword: 'Définir le mot de passe',
};
