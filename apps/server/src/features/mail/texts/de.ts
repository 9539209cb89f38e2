import type { Texts } from './texts.ts';

export const de: Texts = {
  language: 'de',
  greeting: (name) => `Hallo ${name},`,
  footer: (organization) =>
    `Gesendet von Stint für ${organization}. Erinnerungen lassen sich in den eigenen Einstellungen abschalten.`,
  open: 'Stint öffnen',
  noWorkItem: '(Kein Arbeitselement)',
  daily: {
    subject: (day) => `Zeit vom ${day} fehlt`,
    body: (tracked, wanted, day) => `Am ${day} sind ${tracked} von ${wanted} erfasst.`,
  },
  weekly: {
    subject: (week) => `Zeit der Woche vom ${week} fehlt`,
    body: (tracked, wanted, week) => `In der Woche vom ${week} sind ${tracked} von ${wanted} erfasst.`,
  },
  unsubmitted: {
    subject: (week) => `Bitte die Woche vom ${week} einreichen`,
    body: (tracked, week) => `Die Woche vom ${week} hat ${tracked} und ist noch nicht eingereicht.`,
  },
  digest: {
    subject: 'Wochen zur Genehmigung',
    pending: (count) =>
      count === 1 ? 'Eine Woche wartet auf die Genehmigung.' : `${count} Wochen warten auf die Genehmigung.`,
    unsubmitted: 'Nicht eingereicht',
    headers: { person: 'Person', week: 'Woche vom', tracked: 'Erfasst' },
  },
  budget: {
    subject: (name, percent) => `Budget ${name}: ${percent} % verbraucht`,
    body: (name, percent, tracked, planned) =>
      `Vom Budget ${name} sind ${percent} % verbraucht: ${tracked} von ${planned}.`,
  },
  connection: {
    subject: (days) =>
      days < 0
        ? 'Die Verbindung mit Azure DevOps ist abgelaufen'
        : `Die Verbindung mit Azure DevOps läuft in ${days} Tagen ab`,
    body: (day) =>
      `Das Token, mit dem Stint Azure DevOps liest, gilt bis ${day}. Ein neues lässt sich in den Einstellungen eintragen.`,
  },
  report: {
    subject: (name) => `Bericht: ${name}`,
    body: (name, frame) => `${name}, ${frame}.`,
    allTime: 'gesamte Zeit',
    cut: (rows) => `Nur die ersten ${rows} Zeilen sind zu sehen.`,
    empty: 'Nichts anzuzeigen.',
    failed: (reason) => `Dieser Teil konnte nicht erstellt werden: ${reason}`,
  },
  test: { subject: 'E-Mail von Stint', body: 'E-Mail funktioniert.' },
};
