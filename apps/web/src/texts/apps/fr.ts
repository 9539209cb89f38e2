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
  downloadsTitle: 'Application de bureau',
  downloadsHint:
    'Installez-la une fois ; une application associée reçoit ensuite d’elle-même les nouvelles versions de ce serveur.',
  loadingDownloads: 'Chargement des téléchargements',
  theDownloads: 'les téléchargements',
  download: 'Télécharger',
  downloadName: 'Télécharger {name}',
  version: 'Version {version}',
  beta: 'Bêta',
  checksum: 'Somme de contrôle SHA-512',
  installer: 'Programme d’installation',
  archive: 'Archive ZIP',
  appImage: 'AppImage',
  debian: 'Paquet Debian',
  noDownloads: 'Rien à télécharger pour l’instant',
  noDownloadsText:
    'Ce serveur ne propose aucun programme d’installation de l’application de bureau. Demandez à un administrateur d’en publier un.',
  publishText:
    'Ce serveur ne propose pas encore de programme d’installation de l’application de bureau. Créez-en un et signez-le sur une machine de confiance, à partir d’une copie du code source ; il apparaît ici pour tous dès qu’il se trouve dans le dossier des versions publiées.',
  stepKey: 'Une seule fois : créer la clé qui signe les versions. Ne gardez pas release.key sur le serveur.',
  stepBuild: 'Créer les programmes d’installation pour le système de cette machine.',
  stepPublish:
    'Signer un programme d’installation et le déposer dans le dossier des versions publiées (STINT_DESKTOP_RELEASES).',
  command: 'commande',
};
