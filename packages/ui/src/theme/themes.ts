import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { contrastPalette, darkPalette, lightPalette, type Palette } from './palettes.ts';

const FONT = '"Segoe UI", Inter, "Noto Sans", system-ui, sans-serif';

/** Fluent's tokens that Stint sets to its own look; the rest stays Fluent's. */
function fluentTokens(palette: Palette): Partial<Theme> {
  return {
    fontFamilyBase: FONT,
    fontFamilyNumeric: FONT,
    borderRadiusMedium: '6px',
    colorNeutralBackground1: palette.panel,
    colorNeutralBackground1Hover: palette.soft,
    colorNeutralBackground1Pressed: palette.line,
    colorNeutralBackground2: palette.background,
    colorNeutralBackground3: palette.soft,
    colorSubtleBackgroundHover: palette.soft,
    colorSubtleBackgroundPressed: palette.line,
    colorNeutralForeground1: palette.ink,
    colorNeutralForeground2: palette.dim,
    colorNeutralForeground3: palette.dim,
    colorNeutralForeground4: palette.faint,
    colorNeutralStroke1: palette.line,
    colorNeutralStroke2: palette.line,
    colorBrandForeground1: palette.brand,
    colorBrandForegroundLink: palette.brand,
    colorBrandForegroundLinkHover: palette.brandHover,
    colorBrandBackground: palette.brand,
    colorBrandBackgroundHover: palette.brandHover,
    colorBrandBackgroundPressed: palette.brandPressed,
    colorCompoundBrandBackground: palette.brand,
    colorCompoundBrandBackgroundHover: palette.brandHover,
    colorCompoundBrandStroke: palette.brand,
    colorNeutralForegroundOnBrand: palette.onBrand,
    colorPaletteRedForeground1: palette.fault,
    colorStrokeFocus1: palette.panel,
    colorStrokeFocus2: palette.brand,
  };
}

function stintVariables(palette: Palette): Record<string, string> {
  return Object.fromEntries(
    Object.entries(palette).map(([name, colour]) => [`stint-${name}`, String(colour)]),
  );
}

/** Fluent's light theme in Stint's colours, for `FluentProvider`; also sets the variables of `colours`. */
export const lightTheme: Theme = {
  ...webLightTheme,
  ...fluentTokens(lightPalette),
  ...stintVariables(lightPalette),
};

/** Fluent's dark theme in Stint's colours, for `FluentProvider`; also sets the variables of `colours`. */
export const darkTheme: Theme = {
  ...webDarkTheme,
  ...fluentTokens(darkPalette),
  ...stintVariables(darkPalette),
};

/** The theme of high contrast, for `FluentProvider`; also sets the variables of `colours`. */
export const contrastTheme: Theme = {
  ...webDarkTheme,
  ...fluentTokens(contrastPalette),
  ...stintVariables(contrastPalette),
  colorNeutralStrokeAccessible: contrastPalette.line,
  colorNeutralForegroundDisabled: '#a6a6a6',
};
