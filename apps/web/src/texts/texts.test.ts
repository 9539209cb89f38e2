import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, namesIn, type PluralForms, type Templates } from '@stint/ui';
import { describe, expect, test } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const shared = fileURLToPath(new URL('../../../../packages/ui/src/texts/ui/', import.meta.url));
const areas = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => [name, `${here}${name}/`] as const);

async function read(folder: string, language: string): Promise<Templates> {
  return ((await import(`${folder}${language}.ts`)) as { texts: Templates }).texts;
}

/** Whatever a template says, as one text per plural form. */
function formsOf(template: string | PluralForms): string[] {
  return typeof template === 'string' ? [template] : Object.values(template);
}

describe.each([...areas, ['ui', shared] as const])('the texts of %s', (_, folder) => {
  test.each(LANGUAGES.filter((language) => language !== 'en'))(
    'are the same in %s, with the same values',
    async (language) => {
      const [english, other] = [await read(folder, 'en'), await read(folder, language)];
      const described = (texts: Templates) =>
        Object.fromEntries(Object.entries(texts).map(([key, template]) => [key, namesIn(template)]));
      expect(described(other)).toEqual(described(english));
    },
  );

  test.each(LANGUAGES)('count in every form that %s has', async (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    for (const template of Object.values(await read(folder, language)))
      if (typeof template !== 'string') expect(Object.keys(template).sort()).toEqual(categories);
  });

  test.each(LANGUAGES)('say something in %s, without space at the ends', async (language) => {
    for (const template of Object.values(await read(folder, language)))
      for (const form of formsOf(template)) expect(form).toMatch(/^\S(.*\S)?$/s);
  });

  test('are translated, not copied', async () => {
    const english = Object.values(await read(folder, 'en')).flatMap(formsOf);
    const sentences = english.filter((form) => form.split(' ').length > 3);
    for (const language of LANGUAGES.slice(1)) {
      const other = new Set(Object.values(await read(folder, language)).flatMap(formsOf));
      expect(sentences.filter((sentence) => other.has(sentence))).toEqual([]);
    }
  });
});
