import { Fragment, type ReactNode, createElement } from 'react';

const OPEN = '\uE000';
const CLOSE = '\uE001';

/** A text whose values are elements, such as a key to press or a name in bold: `richText(texts.hint, { key: <kbd>N</kbd> })`. */
export function richText<Name extends string>(
  text: (values: { readonly [Each in Name]: string }) => string,
  values: { readonly [Each in Name]: ReactNode },
): ReactNode {
  const names = Object.keys(values) as Name[];
  const marks = Object.fromEntries(names.map((name) => [name, `${OPEN}${name}${CLOSE}`]));
  const parts = text(marks as { readonly [Each in Name]: string }).split(OPEN);
  const children = parts.flatMap((part) => {
    const [name, rest] = part.includes(CLOSE) ? part.split(CLOSE) : [null, part];
    return name === null ? [rest] : [values[name as Name], rest];
  });
  return createElement(Fragment, null, ...children);
}
