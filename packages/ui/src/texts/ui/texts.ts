import { defineTexts } from '../define-texts.ts';
import type { Texts } from '../template.ts';
import type { texts } from './en.ts';

export type UiTexts = Texts<typeof texts>;

/** The texts of the pieces that web, desktop and extension share. */
export const uiTexts = defineTexts({
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pl: () => import('./pl.ts'),
});
