import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

const byLanguage: Readonly<Record<string, Texts>> = { en, de, fr, es, pl };

/** The texts of a locale such as `de-AT`; English for languages that we do not write. */
export function textsOf(locale: string): Texts {
  return byLanguage[locale.toLowerCase().split('-')[0] ?? ''] ?? en;
}
