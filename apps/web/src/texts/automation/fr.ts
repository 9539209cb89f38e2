import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  loading: 'Chargement de l’automatisation des éléments de travail',
  theAutomation: 'l’automatisation des éléments de travail',
  none: 'Aucun projet pour l’instant',
  noneHint: 'Connectez Azure DevOps ; ses projets apparaîtront ici.',
  toConnection: 'Connecter Azure DevOps',
  notConnected: 'Azure DevOps n’est pas connecté : rien n’est écrit jusque-là.',
  unreachable:
    'Azure DevOps est injoignable : ce qui doit être écrit attend, et la saisie du temps continue.',
  unauthorized:
    'Azure DevOps n’accepte plus le jeton : ce qui doit être écrit attend qu’un nouveau soit saisi.',
  remaining: 'Réduire le travail restant',
  remainingHelp:
    'De ce qui est saisi à partir de maintenant, jamais en dessous de 0 ; il remonte quand du temps est raccourci ou supprimé. Un champ vide reste vide.',
  completed: 'Définir le travail effectué',
  completedHelp:
    'À la somme exacte des saisies de tout le monde, chaque fois que le temps d’un élément change. Les valeurs saisies à la main sont alors remplacées.',
  estimate: 'Champ d’estimation pour le rythme',
  estimateHelp:
    'Le nom de référence d’un champ numérique. Vide : le premier de Effort, Story Points, Size et Original Estimate que possède l’élément.',
  estimateUsual: 'Les champs habituels',
  estimateWrong: 'Écrivez un nom de référence tel que {example}.',
  saved: 'L’automatisation de {project} est modifiée',
  waiting: 'À écrire',
  failed: 'En échec',
  lastWritten: 'Dernière écriture',
  never: 'jamais',
  recompute: 'Recalculer le passé',
  recomputeHint:
    'Définit le travail effectué de chaque élément de travail sur lequel du temps a été saisi un jour.',
  recomputeNeeds: 'Activez « Définir le travail effectué » pour le faire aussi pour le passé.',
  recomputing: 'Recalcul de {project}',
  recomputed: {
    one: '{done} sur {count} élément de travail',
    many: '{done} sur {count} d’éléments de travail',
    other: '{done} sur {count} éléments de travail',
  },
  recomputedAt: 'Passé recalculé',
  workItems: {
    one: '{count} élément de travail',
    many: '{count} d’éléments de travail',
    other: '{count} éléments de travail',
  },
  showWrites: 'Voir les éléments',
  writesOf: 'Éléments de travail de {project}',
  loadingWrites: 'Chargement des éléments de travail',
  theWrites: 'les éléments de travail',
  noWrites: 'Aucun élément de travail ici',
  noWritesHint: 'Ce qui est saisi sur des éléments de ce projet apparaît ici.',
  state: 'État',
  stateAll: 'Tous',
  stateWaiting: 'À écrire',
  stateFailed: 'En échec',
  stateSkipped: 'Ignorés',
  stateDone: 'Terminés',
  outcomeWritten: 'Écrit',
  outcomeSame: 'Aucune différence',
  outcomeNoField: 'Son type n’a pas ce champ',
  outcomeGone: 'Supprimé dans Azure DevOps',
  outcomeFailed: 'Échec : {reason}',
  outcomeNone: 'Pas encore essayé',
  nextTry: 'prochain essai {when}',
  workItem: 'Élément de travail',
  outcome: 'Résultat',
  lastTry: 'Dernier essai',
};
