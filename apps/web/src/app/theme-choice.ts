export const THEME_CHOICES = ['system', 'light', 'dark', 'contrast'] as const;

/** What the person chose; `system` follows the machine. */
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** The themes that can be in force. */
export type ThemeName = Exclude<ThemeChoice, 'system'>;

/** What the machine asks for. */
export interface SystemWishes {
  readonly dark: boolean;
  readonly moreContrast: boolean;
}

/** Reads a stored choice; anything unknown is `system`. */
export function readThemeChoice(stored: string | null): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
}

/** The theme in force. */
export function themeOf(choice: ThemeChoice, system: SystemWishes): ThemeName {
  if (choice !== 'system') return choice;
  if (system.moreContrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}
