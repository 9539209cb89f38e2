import { LANGUAGES, languageOf } from '@stint/ui/texts';
import { type DesktopTexts, desktopTexts } from '../ui/texts/texts.ts';

/** The texts in the language of the settings, or of the system. `locales` are the system's, best first. */
export function loadTexts(chosen: string, locales: readonly string[]): Promise<DesktopTexts> {
  return desktopTexts.load(LANGUAGES.find((each) => each === chosen) ?? languageOf(locales));
}
