import type { Texts } from '@stint/ui';
import type { texts as en } from '../../texts/audit-log/en.ts';

type AuditTexts = Texts<typeof en>;
type Prefix = 'entity' | 'action' | 'field' | 'via';

/** The name of something that the log knows by a word of the API; a word without a name is taken apart: `lockAfterWeeks` is `Lock after weeks`. */
export function nameOf(texts: AuditTexts, prefix: Prefix, word: string): string {
  const key = prefix + word.slice(0, 1).toUpperCase() + word.slice(1);
  const known = Object.hasOwn(texts, key) ? texts[key as keyof AuditTexts] : null;
  return typeof known === 'string' ? known : spaced(word);
}

/** All words that have a name, by their names. */
export function knownWords(
  texts: AuditTexts,
  prefix: Prefix,
): { readonly word: string; readonly name: string }[] {
  return Object.entries(texts)
    .filter(([key]) => key.startsWith(prefix) && /^[A-Z]/.test(key.slice(prefix.length)))
    .map(([key, name]) => ({
      word: key.slice(prefix.length, prefix.length + 1).toLowerCase() + key.slice(prefix.length + 1),
      name: String(name),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function spaced(word: string): string {
  const words = word.replaceAll(
    /([a-z])([A-Z])/g,
    (_, end: string, start: string) => `${end} ${start.toLowerCase()}`,
  );
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
