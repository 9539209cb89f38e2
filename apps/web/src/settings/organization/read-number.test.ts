import { OrganizationSettings } from '@stint/contract';
import { expect, test } from 'vitest';
import { readNumber, readPercents } from './read-number.ts';
import * as lists from './setting-list.ts';

const days = { scale: 1, min: 0, max: 366 };
const hours = { scale: 3600, min: 1, max: 31_622_400 };

test.each([
  ['3', days, { ok: true, stored: 3 }],
  [' 0 ', days, { ok: true, stored: 0 }],
  ['367', days, { ok: false, fault: 'outOfBounds' }],
  ['1.5', days, { ok: false, fault: 'notANumber' }],
  ['7,5', hours, { ok: true, stored: 27_000 }],
  ['8.2', hours, { ok: true, stored: 29_520 }],
  ['0', hours, { ok: false, fault: 'outOfBounds' }],
  ['', days, { ok: false, fault: 'notANumber' }],
  ['-1', days, { ok: false, fault: 'notANumber' }],
  ['1e3', days, { ok: false, fault: 'notANumber' }],
  ['many', days, { ok: false, fault: 'notANumber' }],
] as const)('%s is read', (typed, bounds, read) => {
  expect(readNumber(typed, bounds)).toEqual(read);
});

test.each([
  ['50, 75;100 %', [50, 75, 100]],
  ['100 50 50', [50, 100]],
  ['', []],
  ['0', null],
  ['1001', null],
  ['7.5', null],
  ['x', null],
  [Array.from({ length: 21 }, (_, index) => index + 1).join(), null],
])('percents %s are read', (typed, read) => {
  expect(readPercents(typed)).toEqual(read);
});

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

const shown = Object.values(lists).flat();

test('every setting of the organization has its place, and only one', () => {
  const names = shown.map(({ name }) => name).sort();
  const elsewhere = ['operation', 'operationMessage', 'activityTypesEnabled'];
  expect([...names, ...elsewhere].sort()).toEqual(Object.keys(OrganizationSettings.properties).sort());
});

test('numbers have the bounds of the contract, and may be switched off where it lets them', () => {
  for (const setting of shown) {
    if (setting.kind !== 'number') continue;
    const schema = OrganizationSettings.properties[setting.name] as Bounds & {
      readonly anyOf?: readonly Bounds[];
    };
    const bounds = schema.anyOf?.[0] ?? schema;
    expect([setting.name, bounds.minimum, bounds.maximum]).toEqual([setting.name, setting.min, setting.max]);
    expect([setting.name, setting.firstValue !== null]).toEqual([setting.name, schema.anyOf !== undefined]);
  }
});
