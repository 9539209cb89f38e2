import { DEFAULT_WEEK_RULES } from '@stint/domain';
import { createFormats } from '@stint/ui';
import { expect, test } from 'vitest';
import { operationTexts } from '../../texts/operation/texts.ts';
import { judgeConnection, judgeMail, judgeServer, judgeWebhooks } from './judge.ts';

const said = {
  texts: await operationTexts.load('en'),
  formats: createFormats({
    locale: 'en-GB',
    timeZone: 'UTC',
    durationFormat: 'HH:MM',
    weekRules: DEFAULT_WEEK_RULES,
    rounding: null,
  }),
};
const connection = {
  url: 'https://dev.azure.com/contoso',
  kind: 'pat' as const,
  state: 'connected' as const,
  workItems: 1200,
  lastRead: '2026-11-29T09:00:00Z',
  message: null,
  isFirstRead: false,
  lastChange: null,
  nextRead: null,
  expires: null,
  expiresInDays: null,
  isExpiring: false,
};

test('a server that is ready says how fast it answered, another one why not', () => {
  expect(judgeServer({ isReady: true, reason: '', milliseconds: 12 }, said).text).toMatch(/12 ms/);
  expect(judgeServer({ isReady: false, reason: 'No database.', milliseconds: 9 }, said)).toEqual({
    state: 'bad',
    text: 'It does not answer as it should: No database.',
  });
});

test.each([
  [null, 'warning', 'Not connected'],
  [connection, 'good', /^Followed; last read 29 Nov 2026/],
  [{ ...connection, isExpiring: true }, 'warning', /^Followed/],
  [{ ...connection, lastRead: null }, 'good', 'Reading for the first time: 1,200 work items'],
  [{ ...connection, state: 'unauthorized' as const, message: 'Refused.' }, 'bad', 'Refused.'],
])('the connection %j is %s', (found, state, text) => {
  expect(judgeConnection(found, said)).toEqual({
    state,
    text: text instanceof RegExp ? expect.stringMatching(text) : text,
  });
});

test('letters that were given up are a fault, a server that is not set only a warning', () => {
  const mail = { isConfigured: true, from: 'a@b', pending: 2, failed: 0, lastFault: null };
  expect(judgeMail(mail, said)).toEqual({ state: 'good', text: '2 waiting' });
  expect(judgeMail({ ...mail, failed: 1, lastFault: 'Full.' }, said)).toEqual({
    state: 'bad',
    text: '1 given up, 2 waiting: Full.',
  });
  expect(judgeMail({ ...mail, isConfigured: false }, said).state).toBe('warning');
});

test('webhooks that are on are counted', () => {
  const webhook = { id: '1', url: 'u', description: '', events: [], created: '', createdById: null };
  const two = [
    { ...webhook, isEnabled: true },
    { ...webhook, isEnabled: false },
  ];
  expect(judgeWebhooks(two, said).text).toBe('1 of 2 on');
  expect(judgeWebhooks([], said).text).toBe('None');
});
