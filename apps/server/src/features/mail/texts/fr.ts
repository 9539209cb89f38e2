import type { Texts } from './texts.ts';

export const fr: Texts = {
  language: 'fr',
  greeting: (name) => `Bonjour ${name},`,
  footer: (organization) =>
    `Envoyé par Stint pour ${organization}. Les rappels se désactivent dans vos paramètres.`,
  open: 'Ouvrir Stint',
  noWorkItem: '(Aucun élément de travail)',
  daily: {
    subject: (day) => `Il manque du temps pour le ${day}`,
    body: (tracked, wanted, day) => `Vous avez saisi ${tracked} sur ${wanted} le ${day}.`,
  },
  weekly: {
    subject: (week) => `Il manque du temps pour la semaine du ${week}`,
    body: (tracked, wanted, week) => `Vous avez saisi ${tracked} sur ${wanted} pour la semaine du ${week}.`,
  },
  unsubmitted: {
    subject: (week) => `Merci de soumettre la semaine du ${week}`,
    body: (tracked, week) => `Votre semaine du ${week} compte ${tracked} et n’est pas encore soumise.`,
  },
  digest: {
    subject: 'Semaines à approuver',
    pending: (count) =>
      count === 1
        ? 'Une semaine attend votre approbation.'
        : `${count} semaines attendent votre approbation.`,
    unsubmitted: 'Non soumises',
    headers: { person: 'Personne', week: 'Semaine du', tracked: 'Saisi' },
  },
  budget: {
    subject: (name, percent) => `Budget ${name} : ${percent} % utilisés`,
    body: (name, percent, tracked, planned) =>
      `${percent} % du budget ${name} sont utilisés : ${tracked} sur ${planned}.`,
  },
  connection: {
    subject: (days) =>
      days < 0
        ? 'La connexion à Azure DevOps a expiré'
        : `La connexion à Azure DevOps expire dans ${days} jours`,
    body: (day) =>
      `Le jeton avec lequel Stint lit Azure DevOps est valable jusqu’au ${day}. Saisissez-en un nouveau dans les paramètres.`,
  },
  report: {
    subject: (name) => `Rapport : ${name}`,
    body: (name, frame) => `${name}, ${frame}.`,
    allTime: 'toute la période',
    cut: (rows) => `Seules les ${rows} premières lignes sont affichées.`,
    empty: 'Rien à afficher.',
    failed: (reason) => `Cette partie n’a pas pu être créée : ${reason}`,
  },
  test: { subject: 'Courriel de Stint', body: 'L’envoi de courriels fonctionne.' },
};
