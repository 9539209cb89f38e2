import type { Language } from './languages.ts';
import { type Templates, type Texts, textsOf, type Translation } from './template.ts';

type Loaders<T extends Templates> = {
  readonly en: () => Promise<{ readonly texts: T }>;
} & { readonly [Each in Exclude<Language, 'en'>]: () => Promise<{ readonly texts: Translation<T> }> };

/** The texts of one part of the product in all languages; a language is fetched when it is first asked for. */
export interface TextArea<T extends Templates = Templates> {
  /** Always the same promise for a language. Rejects when the texts cannot be fetched; the next call tries again. */
  readonly load: (language: Language) => Promise<Texts<T>>;
}

/** Makes an area of texts from one import per language; the English one decides which keys and values there are. */
export function defineTexts<T extends Templates>(loaders: Loaders<T>): TextArea<T> {
  const begun = new Map<Language, Promise<Texts<T>>>();
  const fetchTexts = async (language: Language) => {
    const { texts } = await loaders[language]();
    return textsOf(language, texts) as Texts<T>;
  };
  const load = (language: Language) => {
    const known = begun.get(language);
    if (known) return known;
    const promise = fetchTexts(language);
    begun.set(language, promise);
    promise.then(
      // With these two fields, `use` gives the value at once, without waiting for a microtask.
      (value) => Object.assign(promise, { status: 'fulfilled', value }),
      () => begun.delete(language),
    );
    return promise;
  };
  return { load };
}
