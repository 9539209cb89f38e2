import type { WidgetTable } from '@stint/domain';

/** What a letter says, free of markup; it becomes a plain text and a page of HTML. */
export interface Letter {
  /** BCP 47. */
  language: string;
  subject: string;
  paragraphs: readonly string[];
  tables?: readonly (WidgetTable & { title: string; note: string | null })[];
  /** null where the public address is not known. */
  link?: { label: string; url: string } | null;
  footer: string;
}

/** Columns whose cells are no wider in plain text. */
const WIDEST = 40;

export function textOfLetter({ paragraphs, tables = [], link, footer }: Letter): string {
  const parts = [
    ...paragraphs,
    ...tables.map(({ title, headers, rows, note }) =>
      [title, '', ...linesOf([headers, ...rows]), ...(note === null ? [] : ['', note])].join('\n'),
    ),
    ...(link ? [`${link.label}: ${link.url}`] : []),
    `-- \n${footer}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function linesOf(rows: readonly (readonly string[])[]): string[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.min(WIDEST, Math.max(...rows.map((row) => (row[index] ?? '').length))),
  );
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Styles stand at the elements: mail programs drop all others. No pictures, nothing from elsewhere. */
export function htmlOfLetter({ language, subject, paragraphs, tables = [], link, footer }: Letter): string {
  const text = 'font-family:Segoe UI,Arial,sans-serif;font-size:14px;line-height:1.5;color:#242424';
  const body = [
    ...paragraphs.map((each) => `<p>${escaped(each)}</p>`),
    ...tables.map(tableHtml),
    ...(link
      ? [`<p><a href="${escaped(link.url)}" style="color:#0f548c">${escaped(link.label)}</a></p>`]
      : []),
    `<p style="font-size:12px;color:#616161">${escaped(footer)}</p>`,
  ];
  return `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="${text}">${body.join('\n')}</body></html>`;
}

function tableHtml({ title, headers, rows, note }: NonNullable<Letter['tables']>[number]): string {
  const cell = 'padding:4px 12px 4px 0;border-bottom:1px solid #e0e0e0;text-align:left';
  const head = headers.map((each) => `<th scope="col" style="${cell}">${escaped(each)}</th>`).join('');
  const lines = rows.map(
    (row) => `<tr>${row.map((each) => `<td style="${cell}">${escaped(each)}</td>`).join('')}</tr>`,
  );
  const below = note === null ? '' : `<p>${escaped(note)}</p>`;
  return `<h2 style="font-size:16px">${escaped(title)}</h2><table style="border-collapse:collapse"><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table>${below}`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
