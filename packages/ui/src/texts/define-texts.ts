import type { Language } from './languages.ts';
import { type Templates, type Texts, textsOf, type Translation } from './template.ts';

type Loaders<T extends Templates> = {
  readonly en: () => Promise<{ readonly texts: T }>;
} & { readonly [Each in Exclude<Language, 'en'>]: () => Promise<{ readonly texts: Translation<T> }> };

/** The texts of one part of the product in all languages; a language is fetched when it is first asked for. */
export interface TextArea<T extends Templates = Templates> {
  /** Rejects when the texts cannot be fetched; the next call tries again. */
  readonly load: (language: Language) => Promise<Texts<T>>;
  /** The texts when they are there already. */
  readonly known: (language: Language) => Texts<T> | null;
}

/** Makes an area of texts from one import per language; the English one decides which keys and values there are. */
export function defineTexts<T extends Templates>(loaders: Loaders<T>): TextArea<T> {
  const known = new Map<Language, Texts<T>>();
  const loading = new Map<Language, Promise<Texts<T>>>();
  const load = async (language: Language) => {
    try {
      const { texts } = await loaders[language]();
      const ready = textsOf(language, texts) as Texts<T>;
      known.set(language, ready);
      return ready;
    } catch (error) {
      loading.delete(language);
      throw error;
    }
  };
  return {
    known: (language) => known.get(language) ?? null,
    load: (language) => {
      const begun = loading.get(language) ?? load(language);
      loading.set(language, begun);
      return begun;
    },
  };
}
