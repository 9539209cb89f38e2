import type { Translation } from '@stint/ui';
import type { texts as en } from './en.ts';

export const texts: Translation<typeof en> = {
  title: 'Configurer Stint',
  hint: 'Trois étapes, dans n’importe quel ordre ; chacune se retrouve ensuite dans les paramètres.',
  progress: '{done} sur {all} terminées',
  doneMark: 'Terminé',
  connect: 'Connecter Azure DevOps',
  connectText:
    'Chacun trouve alors ses éléments de travail pendant le suivi. Il faut une adresse et un jeton en lecture.',
  connectAct: 'Connecter',
  demo: 'Envie de découvrir d’abord ? Cette commande lance un second Stint avec des données de démonstration :',
  demoCommand: 'commande de démonstration',
  invite: 'Inviter des personnes',
  inviteText:
    'Indiquez des personnes ou un groupe d’Azure DevOps ou de votre fournisseur d’identité, et choisissez leurs droits.',
  inviteAct: 'Ajouter des personnes',
  track: 'Suivre votre premier temps',
  trackText:
    'Indiquez dans la barre ci-dessus ce que vous faites et appuyez sur Entrée ; S arrête le chronomètre.',
  trackAct: 'Aller à la barre',
  allDone: 'Tout est prêt. Règles, formats et approbations se trouvent dans les paramètres.',
  close: 'Ne plus afficher',
  closed: 'Les premières étapes sont masquées',
};
