import { ODataError } from '../error.ts';
import type { RequestOptions } from '../syntax/options-ast.ts';

/** Options whose value is a word or a number instead of an expression: the form it must have, and what to say of it. */
const forms = {
  format: [/^[^\s/]+(?:\/[^\s;]+(?:;[ \t]*[^\s;]+)*)?$/, 'json, xml or a media type'],
  skiptoken: [/^[^]+$/, 'the token of a next link'],
  deltatoken: [/^[^]+$/, 'the token of a delta link'],
  schemaversion: [/^(?:\*|[\w.~-]+)$/, '"*" or a version'],
  id: [/^\S+$/, "an entity's URL"],
  index: [/^-?\d{1,15}$/, 'a whole number'],
} as const;

type TextOption = keyof typeof forms;

/** Says whether a lower-case name is one of these options. */
export function isTextOption(name: string): name is TextOption {
  return Object.hasOwn(forms, name);
}

/** Parses the decoded value of one. Throws ODataError when it has another form. */
export function parseTextOption<Name extends TextOption>(
  name: Name,
  value: string,
): NonNullable<RequestOptions[Name]> {
  const text = value.trim();
  const [form, expected] = forms[name];
  if (!form.test(text))
    throw new ODataError('SyntaxError', `Expected ${expected} at position 0.`, { position: 0 });
  return (name === 'index' ? Number(text) : text) as NonNullable<RequestOptions[Name]>;
}
