import type { ShownSettings } from '@stint/contract';
import type { WallDate } from '@stint/domain';
import type { Formats } from '@stint/ui';
import { choicesOf, type OrganizationTexts } from './choices.ts';
import type { NumberSetting, Setting, Unit } from './setting-list.ts';

interface Said {
  readonly texts: OrganizationTexts;
  readonly formats: Formats;
  readonly settings: ShownSettings;
}

/** What a setting brings about as it stands, as a sentence. */
export function effectOf(setting: Setting, said: Said): string {
  const { texts, settings } = said;
  switch (setting.kind) {
    case 'flag':
      return settings[setting.name] ? texts[`${setting.name}On`] : texts[`${setting.name}Off`];
    case 'choice':
      return (
        choicesOf(setting.name, said).find(({ value }) => value === settings[setting.name])?.effect ?? ''
      );
    case 'number':
      return numberEffect(setting, said);
    case 'names': {
      const names = settings[setting.name];
      if (names.length === 0) return texts[`${setting.name}Off`];
      return texts[`${setting.name}Set`]({ value: listOf(names, said.formats) });
    }
    case 'date':
      return settings.approvalStartDate === null
        ? texts.approvalStartDateOff
        : texts.approvalStartDateSet({ value: valueText(setting, settings.approvalStartDate, said) });
    case 'time':
      return texts.reminderTimeEffect({ value: settings.reminderTime });
    default:
      return settings.budgetThresholds.length === 0
        ? texts.budgetThresholdsNone
        : texts.budgetThresholdsEffect({ value: valueText(setting, settings.budgetThresholds, said) });
  }
}

function numberEffect(setting: NumberSetting, said: Said): string {
  const { texts, settings } = said;
  const { name } = setting;
  const stored = settings[name];
  if (stored !== null) return texts[`${name}Set`]({ value: valueText(setting, stored, said) });
  return name === 'leastLength' || name === 'activityCheckAnswerWithin' ? '' : texts[`${name}Off`];
}

/** A value of a setting in words: `on`, `3 days`, `Up`, `Task and Bug`. */
export function valueText(setting: Setting, value: unknown, said: Said): string {
  const { texts, formats } = said;
  switch (setting.kind) {
    case 'flag':
      return value === true ? texts.on : texts.off;
    case 'choice':
      return choicesOf(setting.name, said).find((choice) => choice.value === value)?.name ?? String(value);
    case 'number':
      return typeof value === 'number' ? amountText(value / setting.scale, setting.unit, said) : texts.off;
    case 'names':
      return Array.isArray(value) && value.length > 0 ? listOf(value.map(String), formats) : texts.allNames;
    case 'date':
      return typeof value === 'string' ? formats.day(value as WallDate, 'full') : texts.off;
    case 'time':
      return String(value);
    default:
      return Array.isArray(value) && value.length > 0
        ? listOf(
            value.map((each) => formats.percent(Number(each))),
            formats,
          )
        : texts.off;
  }
}

/** `3 days`. */
function amountText(amount: number, unit: Unit, { texts }: Said): string {
  return texts[unit]({ count: Math.round(amount * 100) / 100 });
}

function listOf(names: readonly string[], formats: Formats): string {
  return new Intl.ListFormat(formats.settings.locale, { type: 'conjunction' }).format(names);
}
