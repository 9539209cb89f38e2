import type { OwnAndEffectiveSettings, ShownSettings } from '@stint/contract';
import { DEFAULT_WEEK_RULES, isTimeZone, type Weekday } from '@stint/domain';
import type { FormatSettings } from '@stint/ui';

/** The formats that settings ask for; what is not known yet (before sign-in, in maintenance) is as in a new organization. */
export function formatSettingsOf(
  own: OwnAndEffectiveSettings | null,
  organization: ShownSettings | null,
  locale: string,
): FormatSettings {
  const holds = own?.effective ?? organization;
  const timeZone = holds?.timeZone ?? 'UTC';
  const minutes = organization?.roundingMinutes ?? null;
  return {
    locale,
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    durationFormat: holds?.durationFormat ?? 'HH:MM',
    weekRules: holds
      ? {
          firstDay: holds.firstDayOfWeek as Weekday,
          firstWeek: holds.firstWeek,
        }
      : DEFAULT_WEEK_RULES,
    rounding: minutes === null ? null : { minutes, mode: organization?.roundingMode ?? 'nearest' },
  };
}
