import { expect, test } from 'vitest';
import { frameText } from './frame.ts';

test('a frame with messages', () => {
  expect(frameText({ cursor: 'd-1F,2', messages: ['{"H":"chat","M":"said","A":["hi"]}', '"raw"'] })).toBe(
    '{"C":"d-1F,2","M":[{"H":"chat","M":"said","A":["hi"]},"raw"]}',
  );
});

test('the first frame', () => {
  expect(frameText({ cursor: 'd-1F,0', initialized: true, messages: [] })).toBe(
    '{"C":"d-1F,0","S":1,"M":[]}',
  );
});

test('all members stand in the original’s order', () => {
  expect(
    frameText({
      cursor: 'd-1F,0',
      initialized: true,
      shouldReconnect: true,
      groupsToken: 'abc',
      longPollDelay: 500,
      ended: 'a "reason"',
      messages: [],
    }),
  ).toBe('{"C":"d-1F,0","S":1,"T":1,"G":"abc","L":500,"D":1,"E":"a \\"reason\\"","M":[]}');
});
