/** A piece of HTML that is safe to send. */
export type Html = { readonly html: string };

/** Builds HTML from a template; every value is escaped unless it is {@link Html} or a list of it. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const filled = parts.map(
    (part, index) => part + (index < values.length ? rendered(values[index] ?? '') : ''),
  );
  return { html: filled.join('') };
}

function rendered(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
