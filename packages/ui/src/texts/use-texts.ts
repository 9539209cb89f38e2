import { createContext, use } from 'react';
import type { TextArea } from './define-texts.ts';
import type { Language } from './languages.ts';
import type { Templates, Texts } from './template.ts';

/** The language in force. */
export const LanguageContext = createContext<Language>('en');

/** The language in force for everything around. */
export function useLanguage(): Language {
  return use(LanguageContext);
}

/** The texts of an area in the language in force; suspends while they are fetched. */
export function useTexts<T extends Templates>(area: TextArea<T>): Texts<T> {
  return use(area.load(use(LanguageContext)));
}
