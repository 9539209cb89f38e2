import { expect, test } from 'vitest';
import { accountOf, type Heard } from './heard.ts';

const opened: Heard = { kind: 'opened' };
const pushed = (number: number): Heard => ({ kind: 'pushed', number });
const asked = (number: number): Heard => ({ kind: 'asked', number });

test('what is missing between two pushes is lost, unless it was asked for anew', () => {
  expect(accountOf([opened, asked(3), pushed(4), pushed(7)])).toMatchObject({ lost: [5, 6], asked: 1 });
  expect(accountOf([opened, asked(3), opened, pushed(6), asked(6), pushed(7)])).toEqual({
    lost: [],
    doubled: [],
    asked: 2,
    known: 7,
  });
});

test('a push that comes again, or after a later one, is doubled; one that an answer overtook is not', () => {
  expect(accountOf([opened, asked(0), pushed(1), pushed(2), pushed(2), pushed(1)]).doubled).toEqual([2, 1]);
  expect(accountOf([opened, asked(2), pushed(1), pushed(2), pushed(3)]).doubled).toEqual([]);
});
