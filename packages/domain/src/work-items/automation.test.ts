import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seconds } from '../brands.ts';
import { holdsHours, hoursOfField, type Remaining, remainingAfter } from './automation.ts';

const booked = fc.integer({ min: -40_000_000, max: 40_000_000 }).map(seconds);
const positive = fc.integer({ min: 0, max: 40_000_000 });

test('hours of a field give back every second, and are not rounded to decimals', () => {
  expect(hoursOfField(seconds(29_520))).toBe(8.2);
  expect(hoursOfField(seconds(1))).toBe(1 / 3600);
  fc.assert(
    fc.property(positive, (length) => {
      expect(Math.round(hoursOfField(seconds(length)) * 3600)).toBe(length);
      expect(holdsHours(hoursOfField(seconds(length)), hoursOfField(seconds(length + 1)))).toBe(false);
    }),
  );
});

test('a field holds hours that another sum of doubles would give, but not one second more', () => {
  expect(holdsHours(0.1 + 0.2, 0.3)).toBe(true);
  expect(holdsHours(8.2, hoursOfField(seconds(29_521)))).toBe(false);
  expect(holdsHours(null, 0)).toBe(false);
  expect(holdsHours('8.2', 8.2)).toBe(false);
});

test('Remaining Work falls by what was booked, to 0 and not below', () => {
  const of = (hours: number, by: number) => remainingAfter({ hours, overrun: 0 }, seconds(by));
  expect(of(8, 5400)).toEqual({ hours: 6.5, overrun: 0 });
  expect(of(8.2, 29_520)).toEqual({ hours: 0, overrun: 0 });
  expect(of(1, 5400)).toEqual({ hours: 0, overrun: 1800 });
  expect(of(1, -5400)).toEqual({ hours: 2.5, overrun: 0 });
});

test('an empty field stays empty', () => {
  fc.assert(
    fc.property(booked, positive, (by, overrun) => {
      expect(remainingAfter({ hours: null, overrun }, by)).toEqual({ hours: null, overrun: 0 });
    }),
  );
});

test('what is booked and taken away again leaves the estimate as it was, however often it reaches 0', () => {
  fc.assert(
    fc.property(positive, fc.array(booked), (estimate, changes) => {
      const before: Remaining = { hours: estimate / 3600, overrun: 0 };
      const there = changes.reduce(remainingAfter, before);
      const sum = changes.reduce((all, each) => all + each, 0);
      expect(remainingAfter(there, seconds(0 - sum))).toEqual(before);
    }),
  );
});

test('many bookings at once are the same as one after the other, and are never below 0', () => {
  fc.assert(
    fc.property(positive, fc.array(booked), (estimate, changes) => {
      const before: Remaining = { hours: estimate / 3600, overrun: 0 };
      const sum = seconds(changes.reduce((all, each) => all + each, 0));
      const after = changes.reduce(remainingAfter, before);
      expect(after).toEqual(remainingAfter(before, sum));
      expect(after.hours).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('an estimate made anew ends the overrun; hours of no whole seconds stay exact', () => {
  expect(remainingAfter({ hours: 4, overrun: 7200 }, seconds(-3600))).toEqual({ hours: 5, overrun: 0 });
  expect(remainingAfter({ hours: 0.333, overrun: 0 }, seconds(600)).hours).toBeCloseTo(598.8 / 3600, 12);
  expect(remainingAfter({ hours: -2, overrun: 0 }, seconds(0))).toEqual({ hours: 0, overrun: 0 });
});
