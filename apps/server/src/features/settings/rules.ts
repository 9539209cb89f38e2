import type { OrganizationSettings, PersonSettings } from '@stint/contract';
import { isTimeZone } from '@stint/domain';
import { refusedValue } from '../../refusal.ts';

/** Refuses changed settings that have the right form and still cannot be: alone, or together with the others. */
export function checkSettings(change: Partial<OrganizationSettings>, after: OrganizationSettings): void {
  checkFormats(change);
  const { approvalStartDate, budgetThresholds } = change;
  if (approvalStartDate && !isDate(approvalStartDate))
    throw refusedValue('approvalStartDate', `there is no day ${approvalStartDate}.`);
  if (budgetThresholds?.some((percent, index) => percent <= (budgetThresholds[index - 1] ?? 0)))
    throw refusedValue('budgetThresholds', 'must be distinct and ascending, such as [50, 75, 90, 100].');
  checkActivityCheck(change, after);
}

/** Refuses time zones and languages that do not exist. */
export function checkFormats({
  timeZone,
  locale,
}: Partial<Pick<PersonSettings, 'timeZone' | 'locale'>>): void {
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw refusedValue('timeZone', 'must be an IANA name such as Europe/Berlin.');
  if (locale && !isLocale(locale))
    throw refusedValue('locale', `${locale} is no language that is known; use a tag such as en or de-CH.`);
}

/** Whoever is asked must be able to answer before the next question. */
function checkActivityCheck(change: Partial<OrganizationSettings>, after: OrganizationSettings): void {
  const isTouched = 'activityCheckEvery' in change || 'activityCheckAnswerWithin' in change;
  const { activityCheckEvery: every, activityCheckAnswerWithin: within } = after;
  if (!isTouched || every === null || within < every) return;
  const [field, message] =
    'activityCheckAnswerWithin' in change
      ? ['activityCheckAnswerWithin', `must be less than activityCheckEvery, which is ${every} s.`]
      : ['activityCheckEvery', `must be more than activityCheckAnswerWithin, which is ${within} s.`];
  throw refusedValue(field ?? '', message ?? '');
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isLocale(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}
