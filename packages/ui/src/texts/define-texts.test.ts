import { expect, test } from 'vitest';
import { defineTexts } from './define-texts.ts';

function areaWith(failures: number) {
  let asked = 0;
  const load = (word: string) => async () => {
    asked += 1;
    if (asked <= failures) throw new Error('offline');
    return { texts: { word } };
  };
  const area = defineTexts({
    en: load('day'),
    de: load('Tag'),
    fr: load('jour'),
    es: load('día'),
    pl: load('dzień'),
  });
  return { area, asked: () => asked };
}

test('only the language that is asked for is fetched, once', async () => {
  const { area, asked } = areaWith(0);
  const first = area.load('de');
  expect(area.load('de')).toBe(first);
  expect(await first).toEqual({ word: 'Tag' });
  expect(asked()).toBe(1);
});

test('what could not be fetched is fetched again', async () => {
  const { area } = areaWith(1);
  await expect(area.load('pl')).rejects.toThrow('offline');
  expect(await area.load('pl')).toEqual({ word: 'dzień' });
});

test('fetched texts can be used without waiting', async () => {
  const { area } = areaWith(0);
  const promise = area.load('en');
  await promise;
  expect(promise).toMatchObject({ status: 'fulfilled', value: { word: 'day' } });
});
