import { expect, test } from 'vitest';
import { localeOf } from './locale.ts';

test.each([
  ['the person’s choice comes first', 'de', 'fr', ['en-GB'], 'de'],
  ['then the organization’s', null, 'fr', ['en-GB'], 'fr'],
  ['the untouched default of an organization leaves it to the browser', null, 'en', ['pl-PL', 'en'], 'pl-PL'],
  ['of a bare language the browser’s variant is taken', 'en', 'de', ['de-DE', 'en-GB'], 'en-GB'],
  ['a variant that was chosen stays', 'de-CH', 'en', ['de-DE'], 'de-CH'],
  ['what is no locale is passed over', 'not a locale', 'en', ['x', 'fr-CA'], 'fr-CA'],
  ['without anything it is English', null, null, [], 'en'],
])('%s', (_, own, organization, browser, locale) => {
  expect(localeOf({ own, organization }, browser)).toBe(locale);
});
