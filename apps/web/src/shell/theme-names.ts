import type { ThemeChoice } from '../app/theme-choice.ts';

/** The keys of the themes’ names among the shell’s texts. */
export const THEME_NAMES = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
} as const satisfies Record<ThemeChoice, string>;
