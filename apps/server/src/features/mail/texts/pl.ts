import type { Texts } from './texts.ts';

/** 1 tydzień czeka, 2 tygodnie czekają, 5 tygodni czeka. */
function weeksWait(count: number): string {
  const [ten, one] = [count % 100, count % 10];
  if (count === 1) return 'Jeden tydzień czeka na zatwierdzenie.';
  const isFew = one >= 2 && one <= 4 && (ten < 12 || ten > 14);
  return isFew ? `${count} tygodnie czekają na zatwierdzenie.` : `${count} tygodni czeka na zatwierdzenie.`;
}

export const pl: Texts = {
  language: 'pl',
  greeting: (name) => `Cześć ${name},`,
  footer: (organization) =>
    `Wysłane przez Stint dla ${organization}. Przypomnienia można wyłączyć w swoich ustawieniach.`,
  open: 'Otwórz Stint',
  noWorkItem: '(Brak elementu roboczego)',
  daily: {
    subject: (day) => `Brakuje czasu za ${day}`,
    body: (tracked, wanted, day) => `Za ${day} zapisano ${tracked} z ${wanted}.`,
  },
  weekly: {
    subject: (week) => `Brakuje czasu za tydzień od ${week}`,
    body: (tracked, wanted, week) => `Za tydzień od ${week} zapisano ${tracked} z ${wanted}.`,
  },
  unsubmitted: {
    subject: (week) => `Prześlij tydzień od ${week}`,
    body: (tracked, week) => `Twój tydzień od ${week} ma ${tracked} i nie został jeszcze przesłany.`,
  },
  digest: {
    subject: 'Tygodnie do zatwierdzenia',
    pending: weeksWait,
    unsubmitted: 'Nieprzesłane',
    headers: { person: 'Osoba', week: 'Tydzień od', tracked: 'Zapisano' },
  },
  budget: {
    subject: (name, percent) => `Budżet ${name}: wykorzystano ${percent} %`,
    body: (name, percent, tracked, planned) =>
      `Wykorzystano ${percent} % budżetu ${name}: ${tracked} z ${planned}.`,
  },
  connection: {
    subject: (days) =>
      days < 0 ? 'Połączenie z Azure DevOps wygasło' : `Połączenie z Azure DevOps wygasa za ${days} dni`,
    body: (day) =>
      `Token, którym Stint czyta Azure DevOps, jest ważny do ${day}. Nowy można wpisać w ustawieniach.`,
  },
  report: {
    subject: (name) => `Raport: ${name}`,
    body: (name, frame) => `${name}, ${frame}.`,
    allTime: 'cały czas',
    cut: (rows) => `Pokazano tylko ${rows} pierwszych wierszy.`,
    empty: 'Nie ma nic do pokazania.',
    failed: (reason) => `Tej części nie udało się utworzyć: ${reason}`,
  },
  test: { subject: 'Poczta ze Stint', body: 'Poczta działa.' },
};
