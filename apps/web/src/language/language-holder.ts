import type { Language } from '@stint/ui';

/** The language in force, for what runs outside of components: a page’s texts are fetched while its code is. */
export interface LanguageHolder {
  current: Language;
}

/** Texts that can be fetched in a language. */
interface LoadableTexts {
  readonly load: (language: Language) => Promise<unknown>;
}

/** A route’s loader that fetches texts in the language in force; `ahead` begins with that before the route is loaded. */
export function loadTexts(...areas: readonly LoadableTexts[]) {
  const load = async (language: LanguageHolder): Promise<void> => {
    await Promise.all(areas.map((area) => area.load(language.current)));
  };
  const loader = ({ context }: { readonly context: { readonly language: LanguageHolder } }) =>
    load(context.language);
  return Object.assign(loader, { ahead: load });
}

/** Begins to fetch the texts of a route whose loader fetches texts. */
export async function textsAhead(loader: unknown, language: LanguageHolder): Promise<void> {
  if (typeof loader !== 'function' || !('ahead' in loader) || typeof loader.ahead !== 'function') return;
  await loader.ahead(language);
}
