import type { Language } from '@stint/ui';

/** The language in force, for what runs outside of components: a page’s texts are fetched while its code is. */
export interface LanguageHolder {
  current: Language;
}

/** Texts that can be fetched in a language. */
interface LoadableTexts {
  readonly load: (language: Language) => Promise<unknown>;
}

/** A route’s loader that fetches texts in the language in force. */
export function loadTexts(...areas: readonly LoadableTexts[]) {
  return async ({ context }: { readonly context: { readonly language: LanguageHolder } }): Promise<void> => {
    await Promise.all(areas.map((area) => area.load(context.language.current)));
  };
}
