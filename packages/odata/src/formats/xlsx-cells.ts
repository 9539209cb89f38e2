import type { Column } from '../http/executor.ts';
import { cellText, isNumeric, looksLikeFormula } from './cell.ts';
import { dayNumber, durationInDays, partOfDay } from './xlsx-dates.ts';
import { STYLES, type StyleName } from './xlsx-styles.ts';
import { escapeXml } from './xml-text.ts';

/** Characters that a cell holds at most. */
const LONGEST = 32_767;

const timed: Partial<Record<Column['type'], readonly [StyleName, (text: string) => number | null]>> = {
  'Edm.Date': ['date', dayNumber],
  'Edm.DateTimeOffset': ['dateTime', dayNumber],
  'Edm.TimeOfDay': ['time', partOfDay],
  'Edm.Duration': ['duration', durationInDays],
};

/** A cell of its column's type (ECMA-376-1, 18.3.1.4); empty for null. Texts are never formulas: they are marked as texts. */
export function cell(reference: string, type: Column['type'], value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = cellText(value);
  if (isNumeric(type) && Number.isFinite(Number(text))) return numberCell(reference, text, 'plain');
  const [style, parse] = timed[type] ?? [];
  const number = parse?.(text) ?? null;
  return style !== undefined && number !== null
    ? numberCell(reference, String(number), style)
    : textCell(reference, text, looksLikeFormula(text) ? 'quoted' : 'plain');
}

export function textCell(reference: string, text: string, style: StyleName): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `<c r="${reference}"${styleAttribute(style)} t="inlineStr"><is><t xml:space="preserve">${escapeXml(literal(cut))}</t></is></c>`;
}

function numberCell(reference: string, digits: string, style: StyleName): string {
  return `<c r="${reference}"${styleAttribute(style)}><v>${digits}</v></c>`;
}

function styleAttribute(style: StyleName): string {
  return style === 'plain' ? '' : ` s="${STYLES.indexOf(style)}"`;
}

/** Spreadsheets read `_x0041_` as the character of this number (ECMA-376-1, 22.9.2.19), unless its first sign is written so too. */
function literal(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** The letters of a column, counted from 0: A … Z, AA … */
export function columnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
