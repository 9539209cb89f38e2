import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Types d’activité',
  saved: 'Les types d’activité sont enregistrés',
  feature: 'Utilisation',
  inUse: 'Utiliser les types d’activité',
  inUseHelp: 'Disent de quel travail il s’agissait : développement, réunions, support.',
  inUseOn: 'On peut en choisir un à chaque saisie.',
  inUseOff: 'Ils sont masqués ; ce qui fut choisi demeure.',
  listHint: 'Les listes les montrent dans cet ordre. Noms, couleurs et ordre valent aussitôt pour tous.',
  loading: 'Chargement des types d’activité',
  theTypes: 'les types d’activité',
  newName: 'Nouveau type d’activité',
  add: 'Ajouter',
  move: 'Déplacer {name}',
  moveHint: 'Glisser, ou touches fléchées',
  movedTo: '{name} est à la place {place} sur {count}',
  colourOf: 'Couleur de {name}',
  nameOf: 'Nom de {name}',
  isDefault: 'Par défaut',
  deleteOne: 'Supprimer {name}',
  defaultStays: '{name} est la valeur par défaut ; choisissez-en une autre avant de supprimer',
  deleteTitle: 'Supprimer {name} ?',
  deleteText:
    'Son temps, et les choix de ceux qui l’ont par défaut ou en favori, en reçoivent un autre. C’est irréversible.',
  replacement: 'Le temps reçoit à la place',
  deleteAct: 'Supprimer et réaffecter',
  deleted: '{name} est supprimé',
};
