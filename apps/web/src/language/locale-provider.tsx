import type { OwnAndEffectiveSettings, ShownSettings } from '@stint/contract';
import { createFormats, FormatsContext, LanguageContext, languageOf } from '@stint/ui';
import { type ReactNode, useEffect, useMemo, useState, useTransition } from 'react';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { formatSettingsOf } from './format-settings.ts';
import type { LanguageHolder } from './language-holder.ts';
import { type ChosenLocales, localeOf } from './locale.ts';

const KEY = 'stint-locale';

/** The locale to begin with, before anybody’s settings are known: the one of last time, else the browser’s. */
export function firstLocale(): string {
  return localeOf({ own: localStorage.getItem(KEY), organization: null }, navigator.languages);
}

function chosenIn(own: OwnAndEffectiveSettings | null, organization: ShownSettings | null): ChosenLocales {
  return { own: own?.own.locale ?? null, organization: organization?.locale ?? null };
}

/**
 * Puts language and formats in force by the settings of the person who is signed in. A change of language shows at once; what stood
 * there stays until the new texts are fetched.
 */
export function LocaleProvider(props: { readonly holder: LanguageHolder; readonly children: ReactNode }) {
  const { holder } = props;
  const settings = usePersonalSettings();
  const { own, organization } = settings;
  const isKnown = own !== null || organization !== null;
  const locale = isKnown ? localeOf(chosenIn(own, organization), navigator.languages) : firstLocale();
  const [shown, setShown] = useState(locale);
  const [, startTransition] = useTransition();
  const language = languageOf([shown, ...navigator.languages]);
  useEffect(() => {
    holder.current = languageOf([locale, ...navigator.languages]);
    if (locale !== shown) startTransition(() => setShown(locale));
  }, [locale, shown, holder]);
  useEffect(() => {
    if (isKnown) localStorage.setItem(KEY, locale);
  }, [isKnown, locale]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const formats = useMemo(
    () => createFormats(formatSettingsOf(own, organization, shown)),
    [own, organization, shown],
  );
  return (
    <LanguageContext value={language}>
      <FormatsContext value={formats}>{props.children}</FormatsContext>
    </LanguageContext>
  );
}
