import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  reading: 'Première lecture complète en cours',
  readSoFar: {
    one: '{count} élément de travail jusqu’ici',
    many: '{count} d’éléments de travail jusqu’ici',
    other: '{count} éléments de travail jusqu’ici',
  },
  readingHint: 'Vous pouvez quitter cette page ; le suivi du temps reste possible.',
  newestChange: 'Dernière modification',
  nextRead: 'Prochaine lecture',
  nextReadNow: 'maintenant',
  test: 'Tester la connexion',
  testing: 'Test en cours…',
  testGoodServices: 'La connexion à Azure DevOps Services fonctionne. Le jeton appartient à {name}.',
  testGoodServer: 'La connexion à un Azure DevOps Server fonctionne. Le jeton appartient à {name}.',
  testBad: 'La connexion ne fonctionne pas : {reason}',
  testOnly: 'Tester sans connecter',
  addressFault:
    'Commencez par https:// et indiquez l’organisation ou la collection, par exemple https://dev.azure.com/contoso.',
  patHint:
    'Créez-le dans Azure DevOps sous « User settings », avec « Work Items: Read » et « Project and Team: Read ».',
  expires: 'Dernier jour du jeton',
  expiresHelp: 'Azure DevOps ne l’indique pas : saisissez le jour affiché à la création du jeton.',
  expiresNone: 'Personne n’est averti avant son expiration.',
  expiresIn: {
    one: 'Il expire dans {count} jour. Les administrateurs sont avertis 30, 7 et 1 jours avant ; les rapports continuent ensuite de fonctionner.',
    many: 'Il expire dans {count} de jours. Les administrateurs sont avertis 30, 7 et 1 jours avant ; les rapports continuent ensuite de fonctionner.',
    other:
      'Il expire dans {count} jours. Les administrateurs sont avertis 30, 7 et 1 jours avant ; les rapports continuent ensuite de fonctionner.',
  },
  expiresToday: 'C’est son dernier jour. Saisissez un nouveau jeton ci-dessous.',
  expired:
    'Il a expiré le {date}. Saisissez un nouveau jeton ci-dessous ; d’ici là, les éléments de travail ne sont pas mis à jour.',
  expirySaved: 'Enregistré : dernier jour du jeton',
};
