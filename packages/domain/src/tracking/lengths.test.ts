import { expect, test } from 'vitest';
import { secondsLeft } from './lengths.ts';
import { neverTracked } from './state.ts';
import { after, aPerson, MORNING, offBut, startOf } from './testing/person.ts';

const settings = offBut({ activityCheckEvery: 600, activityCheckAnswerWithin: 60 });

test('no time is left to answer where nothing was asked', () => {
  expect(secondsLeft(neverTracked(MORNING), settings, after(0))).toBe(0);
  const person = aPerson(settings);
  person.at(0, startOf('w-1'));
  expect(secondsLeft(person.state, settings, after(599))).toBe(0);
});

test('an open check counts down, and one without an end does not', () => {
  const person = aPerson(settings);
  person.at(0, startOf('w-1'));
  person.at(600, { type: 'clock' });
  expect(
    [600, 600.5, 659.5, 660].map((second) => secondsLeft(person.state, settings, after(second))),
  ).toEqual([60, 60, 1, 0]);
  expect(secondsLeft(person.state, offBut({ activityCheckEvery: 600 }), after(600))).toBe(0);
});
