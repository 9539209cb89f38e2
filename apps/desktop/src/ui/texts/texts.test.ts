import { LANGUAGES, namesIn, type Templates } from '@stint/ui/texts';
import { expect, test } from 'vitest';

const others = LANGUAGES.filter((language) => language !== 'en');

async function read(language: string): Promise<Templates> {
  return ((await import(`./${language}.ts`)) as { texts: Templates }).texts;
}

test.each(others)('the texts of %s are those of English, with the same values', async (language) => {
  const [english, other] = [await read('en'), await read(language)];
  const described = (texts: Templates) =>
    Object.fromEntries(Object.entries(texts).map(([key, template]) => [key, namesIn(template)]));
  expect(described(other)).toEqual(described(english));
});

test.each(LANGUAGES)('what is counted has every form that %s has', async (language) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
  for (const template of Object.values(await read(language)))
    if (typeof template !== 'string') expect(Object.keys(template).sort()).toEqual(categories);
});
