/** The colours of one theme, named by what they mean. Every text colour has a contrast of at least 4.5 on every ground it stands on. */
export interface Palette {
  readonly background: string;
  readonly panel: string;
  readonly ink: string;
  readonly dim: string;
  readonly faint: string;
  readonly line: string;
  readonly soft: string;
  readonly brand: string;
  readonly brandHover: string;
  readonly brandPressed: string;
  readonly brandSoft: string;
  readonly onBrand: string;
  readonly run: string;
  readonly runSoft: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly stop: string;
  readonly fault: string;
  readonly faultSoft: string;
}

export const lightPalette: Palette = {
  background: '#faf9f8',
  panel: '#ffffff',
  ink: '#242424',
  dim: '#616161',
  faint: '#6b6967',
  line: '#e6e4e2',
  soft: '#f3f2f1',
  brand: '#0f6cbd',
  brandHover: '#115ea3',
  brandPressed: '#0c3b5e',
  brandSoft: '#ebf3fc',
  onBrand: '#ffffff',
  run: '#0e7039',
  runSoft: '#e9f5ee',
  warn: '#8a5100',
  warnSoft: '#fff4de',
  stop: '#c50f1f',
  fault: '#b10e1c',
  faultSoft: '#fdf3f4',
};

export const darkPalette: Palette = {
  background: '#1b1a19',
  panel: '#242322',
  ink: '#f3f2f1',
  dim: '#b3b0ad',
  faint: '#a19e9b',
  line: '#3b3a39',
  soft: '#2d2c2b',
  brand: '#4aa0ea',
  brandHover: '#6cb3f0',
  brandPressed: '#2f8ad9',
  brandSoft: '#12304b',
  onBrand: '#0b1b29',
  run: '#56c68a',
  runSoft: '#15301f',
  warn: '#f2c661',
  warnSoft: '#3a2e10',
  stop: '#c50f1f',
  fault: '#f1707b',
  faultSoft: '#3b1a1d',
};

/** For those who see little: black and white, and two colours that stand out from both. */
export const contrastPalette: Palette = {
  background: '#000000',
  panel: '#000000',
  ink: '#ffffff',
  dim: '#ffffff',
  faint: '#ffffff',
  line: '#ffffff',
  soft: '#1f1f1f',
  brand: '#ffe500',
  brandHover: '#fff27a',
  brandPressed: '#ffffff',
  brandSoft: '#2b2600',
  onBrand: '#000000',
  run: '#3ff23f',
  runSoft: '#002b00',
  warn: '#ffe500',
  warnSoft: '#2b2600',
  stop: '#c50f1f',
  fault: '#ff9da4',
  faultSoft: '#3b0006',
};
