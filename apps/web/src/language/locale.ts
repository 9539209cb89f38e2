/** The locale of an organization that nobody has chosen one for. */
const UNTOUCHED = 'en';

/** What was chosen as locale: by the person, and for the organization; null where nobody is signed in. */
export interface ChosenLocales {
  readonly own: string | null;
  readonly organization: string | null;
}

/**
 * The locale in force (BCP 47): the person's, else the organization's, else the browser's. The organization's untouched default
 * counts as not chosen, and of a bare language such as `en` the browser's variant is taken, so that dates look as at home.
 */
export function localeOf(chosen: ChosenLocales, browser: readonly string[]): string {
  const wanted = chosen.own ?? (chosen.organization === UNTOUCHED ? null : chosen.organization);
  const known = browser.filter(isLocale);
  if (wanted === null || !isLocale(wanted)) return known[0] ?? UNTOUCHED;
  if (wanted.includes('-')) return wanted;
  return known.find((each) => each.split('-')[0] === wanted) ?? wanted;
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
