import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Applications',
  pairDesktop: 'Associer l’application de bureau',
  pairDesktopHint: 'L’application de bureau de cet ordinateur s’ouvre et demande une fois.',
  desktopOpened:
    'L’application devrait maintenant vous demander. Rien ne s’est ouvert ? Démarrez-la, choisissez ce serveur et saisissez son PIN ci-dessous.',
  pairTitle: 'Associer une application',
  pairHint: 'Saisissez les six chiffres affichés par l’application ; ils sont valables une minute.',
  pin: 'PIN',
  name: 'Nom',
  nameHint: 'Vide : celui de l’application',
  pair: 'Associer',
  paired: 'L’application est associée',
  pairedApps: 'Applications associées',
  loading: 'Chargement des applications',
  yourApps: 'vos applications',
  noneTitle: 'Aucune application associée',
  noneText:
    'Ouvrez l’application de bureau ou votre script, demandez la connexion et saisissez ci-dessus le PIN affiché. L’application suit alors le temps en votre nom, jusqu’à ce que vous la dissociiez ici.',
  pairedOn: 'Associée le {date}',
  lastUsed: 'dernière utilisation {when}',
  notUsedYet: 'pas encore utilisée',
  unpair: 'Dissocier',
  unpairAll: 'Tout dissocier',
  unpairAllApps: 'Dissocier toutes les applications',
  unpairAllTitle: 'Dissocier toutes les applications ?',
  unpairAllText: 'Chaque application est déconnectée aussitôt et devra être associée de nouveau.',
  unpaired: 'L’application est dissociée',
  allUnpaired: 'Toutes les applications sont dissociées',
};
