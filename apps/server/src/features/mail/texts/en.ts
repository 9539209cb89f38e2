import type { Texts } from './texts.ts';

export const en: Texts = {
  language: 'en',
  greeting: (name) => `Hello ${name},`,
  footer: (organization) =>
    `Sent by Stint for ${organization}. You can switch reminders off in your settings.`,
  open: 'Open Stint',
  noWorkItem: '(No work item)',
  daily: {
    subject: (day) => `Time of ${day} is missing`,
    body: (tracked, wanted, day) => `You tracked ${tracked} of ${wanted} on ${day}.`,
  },
  weekly: {
    subject: (week) => `Time of the week of ${week} is missing`,
    body: (tracked, wanted, week) => `You tracked ${tracked} of ${wanted} in the week of ${week}.`,
  },
  unsubmitted: {
    subject: (week) => `Please submit the week of ${week}`,
    body: (tracked, week) => `Your week of ${week} has ${tracked} and is not submitted yet.`,
  },
  digest: {
    subject: 'Weeks to approve',
    pending: (count) =>
      count === 1 ? 'One week waits for your approval.' : `${count} weeks wait for your approval.`,
    unsubmitted: 'Not submitted',
    headers: { person: 'Person', week: 'Week of', tracked: 'Tracked' },
  },
  budget: {
    subject: (name, percent) => `Budget ${name}: ${percent} % used`,
    body: (name, percent, tracked, planned) =>
      `${percent} % of the budget ${name} is used: ${tracked} of ${planned}.`,
  },
  connection: {
    subject: (days) =>
      days < 0
        ? 'The connection to Azure DevOps has ended'
        : `The connection to Azure DevOps ends in ${days} days`,
    body: (day) =>
      `The token that Stint reads Azure DevOps with is good until ${day}. Enter a new one under Settings.`,
  },
  report: {
    subject: (name) => `Report: ${name}`,
    body: (name, frame) => `${name}, ${frame}.`,
    allTime: 'all time',
    cut: (rows) => `Only the first ${rows} rows are shown.`,
    empty: 'Nothing to show.',
    failed: (reason) => `This part could not be made: ${reason}`,
  },
  test: { subject: 'Mail from Stint', body: 'Mail works.' },
};
