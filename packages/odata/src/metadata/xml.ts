import { escapeXml } from '../formats/xml-text.ts';

/** An element of an XML document, with other elements or with text in it. */
export interface Element {
  readonly name: string;
  /** Those that are undefined are left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly content: readonly Element[] | string;
}

export function element(
  name: string,
  attributes: Element['attributes'] = {},
  content: Element['content'] = [],
): Element {
  return { name, attributes, content };
}

/** A document of elements, indented. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${render(root, '')}`;
}

function render({ name, attributes, content }: Element, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes).map(renderAttribute).join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === 'string') return `${start}>${escapeXml(content)}</${name}>\n`;
  const inner = content.map((child) => render(child, `${indent}  `)).join('');
  return `${start}>\n${inner}${indent}</${name}>\n`;
}

function renderAttribute([name, value]: [string, string | undefined]): string {
  return value === undefined ? '' : ` ${name}="${escapeXml(value)}"`;
}
