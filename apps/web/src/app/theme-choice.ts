export const THEME_CHOICES = ['system', 'light', 'dark'] as const;

/** What the person chose; `system` follows the machine. */
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** Reads a stored choice; anything unknown is `system`. */
export function readThemeChoice(stored: string | null): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
}

/** Whether the dark theme is in force. */
export function isDark(choice: ThemeChoice, systemIsDark: boolean): boolean {
  return choice === 'system' ? systemIsDark : choice === 'dark';
}
