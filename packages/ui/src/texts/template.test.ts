import { expect, test } from 'vitest';
import { languageOf } from './languages.ts';
import { richText } from './rich-text.ts';
import { namesIn, textsOf } from './template.ts';

const templates = {
  plain: 'Day',
  named: 'Hello {name}, {name}!',
  weeks: {
    one: '{count} tydzień dla {name}',
    few: '{count} tygodnie dla {name}',
    many: '{count} tygodni dla {name}',
    other: '{count} tygodnia dla {name}',
  },
} as const;

test('a text without values is a string, one with values a function', () => {
  const texts = textsOf('en', templates);
  expect(texts.plain).toBe('Day');
  expect(texts.named({ name: '$& {plain}' })).toBe('Hello $& {plain}, $& {plain}!');
});

test('a counted text takes the form of its language', () => {
  const { weeks } = textsOf('pl', templates);
  const counted = [1, 2, 5, 22, 1.5].map((count) => weeks({ count, name: 'Ani' }));
  expect(counted).toEqual([
    '1 tydzień dla Ani',
    '2 tygodnie dla Ani',
    '5 tygodni dla Ani',
    '22 tygodnie dla Ani',
    '1,5 tygodnia dla Ani',
  ]);
});

test('numbers are written as the language does', () => {
  expect(textsOf('de', { many: '{count} Stück' } as const).many({ count: 12_345 })).toBe('12.345 Stück');
});

test('names are told once each', () => {
  expect(namesIn(templates.named)).toEqual(['name']);
  expect(namesIn(templates.weeks)).toEqual(['count', 'name']);
});

test('values of a rich text stand where the text wants them', () => {
  const { props } = richText(textsOf('en', templates).named, { name: 'Cleo' }) as {
    props: { children: unknown[] };
  };
  expect(props.children).toEqual(['Hello ', 'Cleo', ', ', 'Cleo', '!']);
});

test.each([
  [['de-CH'], 'de'],
  [['it', 'pl-PL'], 'pl'],
  [['it'], 'en'],
  [[], 'en'],
] as const)('of %j it is %s', (locales, language) => {
  expect(languageOf(locales)).toBe(language);
});
