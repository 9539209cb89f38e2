import { expect, test } from 'vitest';
import { reportWordsTexts } from '../../texts/report-words/texts.ts';
import { aboutReport, inLanguage } from './built-in-words.ts';

test('built-in reports speak the reader’s language, those of people stay as they are', async () => {
  const words = await reportWordsTexts.load('de');
  const named = { builtIn: 'backlog', name: 'Backlog', description: 'Work items' };
  expect(aboutReport(named, words).description).toMatch(/^Arbeitselemente mit/);
  const own = { builtIn: null, name: 'Epics', description: 'Mine' };
  expect(aboutReport(own, words)).toEqual({ name: 'Epics', description: 'Mine' });
});

test('titles of widgets, columns and series are translated, and words that nobody knows stay', async () => {
  const words = await reportWordsTexts.load('de');
  const widget = {
    type: 'FlatTable',
    endpoint: 'workItems',
    title: 'This month',
    columns: [{ field: 'A', title: 'Tracked' }, { field: 'B', title: 'constructor' }, { field: 'C' }],
    series: { seriesFields: [{ field: 'P', title: 'Planned' }] },
  } as const;
  const writable = JSON.parse(JSON.stringify(widget));
  expect(inLanguage(writable, words)).toMatchObject({
    title: 'Dieser Monat',
    columns: [{ title: 'Erfasst' }, { title: 'constructor' }, { field: 'C' }],
    series: { seriesFields: [{ title: 'Geplant' }] },
  });
});
