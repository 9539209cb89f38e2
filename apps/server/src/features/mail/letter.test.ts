import { describe, expect, test } from 'vitest';
import { htmlOfLetter, textOfLetter } from './letter.ts';
import { textsOf } from './texts/index.ts';

const letter = {
  language: 'en',
  subject: 'Time',
  paragraphs: ['Hello Ann,'],
  tables: [
    {
      title: 'Weeks',
      headers: ['Person', 'Tracked'],
      rows: [
        ['Bob', '08:00'],
        ['Cleo with a long name', '7:30'],
      ],
      note: null,
    },
  ],
  link: { label: 'Open', url: 'https://time.example.com/?a=1&b=2' },
  footer: 'Sent by Stint',
};

test('plain text lines its tables up', () => {
  expect(textOfLetter(letter).split('\n').slice(2, 7)).toEqual([
    'Weeks',
    '',
    'Person                 Tracked',
    'Bob                    08:00',
    'Cleo with a long name  7:30',
  ]);
});

test('HTML has headers for those who hear it, and no markup of others', () => {
  const html = htmlOfLetter({ ...letter, paragraphs: ['<script>"\'&'] });
  expect(html).toContain('<p>&lt;script&gt;&quot;&#39;&amp;</p>');
  expect(html).toContain('<th scope="col"');
  expect(html).toContain('href="https://time.example.com/?a=1&amp;b=2"');
  expect(html).toMatch(/^<!doctype html><html lang="en">/);
});

describe('languages', () => {
  test.each(['en', 'de', 'fr', 'es', 'pl'])('%s says everything', (language) => {
    const texts = textsOf(`${language}-XX`);
    expect(texts.language).toBe(language);
    const { digest, daily, budget, report } = texts;
    expect(daily.body('1:00', '8:00', '2026-03-09')).toMatch(/1:00.*8:00|8:00.*1:00/);
    expect([1, 2, 5, 12, 22].map(digest.pending).join(' ')).toMatch(/2 .*5 .*12 .*22/);
    expect(budget.body('Alpha', 75, '3:00', '4:00')).toMatch(/75.*Alpha|Alpha.*75/);
    expect(report.cut(200)).toContain('200');
  });

  test('any other is English', () => {
    expect(textsOf('ja').language).toBe('en');
  });

  test('Polish counts weeks as Polish does', () => {
    expect(
      [1, 2, 5, 12, 22, 25].map((count) =>
        textsOf('pl').digest.pending(count).split(' ').slice(0, 2).join(' '),
      ),
    ).toEqual(['Jeden tydzień', '2 tygodnie', '5 tygodni', '12 tygodni', '22 tygodnie', '25 tygodni']);
  });
});
