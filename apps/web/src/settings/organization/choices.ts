import type { OrganizationSettings, ShownSettings } from '@stint/contract';
import { DURATION_FORMATS, type DurationFormat, seconds, showDuration } from '@stint/domain';
import { type Formats, LANGUAGE_NAMES, LANGUAGES, type Texts } from '@stint/ui';
import type { texts as en } from '../../texts/organization/en.ts';
import { localeOf } from '../../language/locale.ts';
import type { ChoiceName } from './setting-list.ts';
import { timeIn, timeZones } from './time-zones.ts';

export type OrganizationTexts = Texts<typeof en>;

/** One value that a setting can have: its name, and what it brings about; of a time zone that is told only where it is in force. */
export interface Choice {
  readonly value: OrganizationSettings[ChoiceName];
  readonly name: string;
  readonly effect: string;
}

interface Said {
  readonly texts: OrganizationTexts;
  readonly formats: Formats;
  readonly settings: ShownSettings;
  /** Whether a person chooses for themselves; else it is for the organization, whose untouched language leaves it to the browser. */
  readonly isOwn?: boolean;
}

/** A length on which the forms differ: 7 h 31 min 20 s. */
const EXAMPLE_SECONDS = 27_080;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const EDITORS = ['Team', 'Product', 'Budget', 'Administrator'] as const;

const CHOICES: Readonly<Record<ChoiceName, (said: Said) => Choice[]>> = {
  durationFormat: ({ texts, formats }) =>
    DURATION_FORMATS.map((value) => {
      const example = lengthIn(value, formats);
      return { value, name: `${value} (${example})`, effect: texts.durationFormatEffect({ example }) };
    }),
  firstDayOfWeek: ({ texts, formats }) =>
    WEEKDAYS.map((value) => {
      const first = formats.weekday(value, 'long');
      const last = formats.weekday(((value + 6) % 7) as (typeof WEEKDAYS)[number], 'long');
      return { value, name: first, effect: texts.firstDayOfWeekEffect({ first, last }) };
    }),
  firstWeek: ({ texts }) => [
    { value: 'firstFourDays', name: texts.firstWeekFourDays, effect: texts.firstWeekFourDaysEffect },
    { value: 'firstDay', name: texts.firstWeekFirstDay, effect: texts.firstWeekFirstDayEffect },
    { value: 'firstFullWeek', name: texts.firstWeekFull, effect: texts.firstWeekFullEffect },
  ],
  locale: ({ texts, settings, isOwn = false }) => localeChoices(texts, settings.locale, isOwn),
  timeZone: ({ texts, settings, formats }) =>
    timeZones(settings.timeZone).map((value) => ({
      value,
      name: value,
      effect:
        value === settings.timeZone
          ? texts.timeZoneEffect({ time: timeIn(value, formats.settings.locale) })
          : '',
    })),
  addTimeMode: ({ texts }) => [
    { value: 'both', name: texts.addTimeModeBoth, effect: texts.addTimeModeBothEffect },
    { value: 'duration', name: texts.addTimeModeDuration, effect: texts.addTimeModeDurationEffect },
    { value: 'fromTo', name: texts.addTimeModeFromTo, effect: texts.addTimeModeFromToEffect },
  ],
  othersTimeEditor: ({ texts }) =>
    EDITORS.map((value) => ({ value, name: value, effect: texts.othersTimeEditorEffect({ role: value }) })),
  roundingMode: ({ texts }) => [
    { value: 'up', name: texts.roundingModeUp, effect: texts.roundingModeUpEffect },
    { value: 'nearest', name: texts.roundingModeNearest, effect: texts.roundingModeNearestEffect },
    { value: 'down', name: texts.roundingModeDown, effect: texts.roundingModeDownEffect },
  ],
  quota: ({ texts, settings }) => {
    const presets: Choice[] = [
      { value: 'open', name: texts.quotaOpen, effect: texts.quotaOpenEffect },
      { value: 'standard', name: texts.quotaStandard, effect: texts.quotaStandardEffect },
      { value: 'free', name: texts.quotaFree, effect: texts.quotaFreeEffect },
      { value: 'off', name: texts.quotaOff, effect: texts.quotaOffEffect },
    ];
    const installed = presets.find(({ value }) => value === settings.about.installationQuota);
    return [
      {
        value: null,
        name: texts.quotaDefault({ name: installed?.name ?? '' }),
        effect: installed?.effect ?? texts.quotaDefaultEffect,
      },
      ...presets,
    ];
  },
};

/** The values that a setting can have, in the order to show them. */
export function choicesOf(name: ChoiceName, said: Said): readonly Choice[] {
  return CHOICES[name](said);
}

/** How a length looks in a form, such as `7:32`. */
function lengthIn(format: DurationFormat, formats: Formats): string {
  const mark = formats.number(1.5, 1).includes(',') ? ',' : '.';
  return showDuration(seconds(EXAMPLE_SECONDS), format, mark);
}

function localeChoices(texts: OrganizationTexts, current: string, isOwn: boolean): Choice[] {
  const dateIn = (value: string) =>
    longDate(
      localeOf({ own: isOwn ? value : null, organization: isOwn ? null : value }, navigator.languages),
    );
  const known: Choice[] = LANGUAGES.map((value) => ({
    value,
    name: LANGUAGE_NAMES[value],
    effect: texts.localeEffect({ example: dateIn(value) }),
  }));
  if (known.some(({ value }) => value === current)) return known;
  const name = texts.otherLocale({ locale: current });
  return [...known, { value: current, name, effect: texts.localeEffect({ example: dateIn(current) }) }];
}

function longDate(locale: string): string {
  try {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date());
  } catch {
    return locale;
  }
}
