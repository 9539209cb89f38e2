import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  exportTitle: 'Exporter l’organisation',
  exportHint:
    'Tout dans un fichier, tel quel à cet instant, pendant que chacun continue à travailler. Mots de passe, jetons et autres secrets restent à l’écart.',
  export: 'Exporter',
  exporting: 'L’export est en cours',
  received: '{size} reçus',
  stay: 'Restez sur cette page jusqu’à la fin.',
  saved: 'Enregistré : {name} ({size})',
  cancelled: 'L’export a été annulé ; rien n’a été enregistré.',
  failed: 'L’export n’a pas abouti : {reason}',
  restoreTitle: 'Importer et restaurer',
  restoreHint:
    'Se fait sur le serveur, car toute la base de données est concernée. Rien d’existant n’est écrasé.',
  importOne: 'Importer une organisation exportée dans cette installation ou une autre',
  importEffect:
    'Elle s’ajoute à côté des autres, en tout ou rien, et affiche un lien de connexion pour son administrateur.',
  backup: 'Sauvegarder toute l’installation pendant qu’elle fonctionne',
  backupEffect: 'Un instantané cohérent ; conservez le fichier secret.key à part.',
  restore: 'Restaurer une sauvegarde dans une base vide',
  restoreEffect: 'Une base contenant des lignes est refusée.',
  command: 'commande',
  personTitle: 'Une personne',
  personHint: 'Pour les personnes qui demandent leurs données ou l’oubli (RGPD, articles 15 et 17).',
  person: 'Personne',
  choosePerson: 'Choisir une personne',
  exportPerson: 'Exporter ses données',
  exportPersonEffect:
    'Un document avec tout ce qui est conservé : paramètres, groupes, connexions, semaines, saisies de temps et actions.',
  erase: 'Effacer…',
  eraseSelf: 'Personne ne s’efface soi-même ; demandez à un autre administrateur.',
  loadingPeople: 'Chargement des personnes',
  thePeople: 'les personnes',
  myTitle: 'Vos données',
  myHint:
    'Un fichier JSON : temps, semaines, rapports, dispositions, calendriers, connexions et ce que le journal d’audit contient à votre sujet ; ni mots de passe ni clés.',
};
