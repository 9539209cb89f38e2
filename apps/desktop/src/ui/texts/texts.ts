import { defineTexts, type Texts } from '@stint/ui/texts';
import type { texts } from './en.ts';

export type DesktopTexts = Texts<typeof texts>;

/** The texts of the desktop app. */
export const desktopTexts = defineTexts({
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  pl: () => import('./pl.ts'),
});
