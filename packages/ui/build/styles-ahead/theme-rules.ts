import { contrastTheme, darkTheme, lightTheme } from '../../src/theme/themes.ts';

const THEMES = { light: lightTheme, dark: darkTheme, contrast: contrastTheme };

/** The variables of each theme, which `data-theme` of the page’s root puts in force; Fluent’s as far as they are wanted, ours all. */
export function themeRules(isWanted: (variable: string) => boolean): string {
  return Object.entries(THEMES)
    .map(([name, theme]) => {
      const variables = Object.entries(theme)
        .filter(([variable]) => variable.startsWith('stint-') || isWanted(variable))
        .map(([variable, value]) => `--${variable}:${String(value)};`);
      return `html[data-theme="${name}"]{${variables.join('')}}`;
    })
    .join('\n');
}
