import { allCalls, type Call, errorTable } from '@stint/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { textOf } from '../testing/browser.ts';
import { at, book, cases, entry, get } from './error-cases.ts';
import { requestOf, useWire } from './http.ts';
import type { Sample } from './sample.ts';
import { samples } from './samples.ts';
import { setSettings } from './settings.ts';
import { refusalFault } from './shapes.ts';

const wire = useWire();

afterEach(() => setSettings(wire.stint, {}));

describe.each(cases)(
  '$code: $name',
  ({ code, request, status = errorTable[code].status, names = /./, settings = {} }) => {
    test(`is ${status}`, async () => {
      await setSettings(wire.stint, settings);
      const { team } = wire.stint.people;
      const answer = await wire.send({ person: request.headers ? null : team, ...request });
      expect([answer.status, answer.body['error']?.['errorCode']]).toEqual([status, code]);
      expect(refusalFault(answer.status, answer.body, answer.headers.get('retry-after'))).toBeNull();
      expect(answer.body['error']?.['message']).toMatch(names);
    });
  },
);

test('NoRightsToWorkLogModification: somebody else’s worklog, which is also not changed', async () => {
  const { team, product } = wire.stint.people;
  const { body } = await wire.send({ ...book(entry), person: team });
  const url = `/api/rest/workLogs/${textOf(body['data']?.['id'])}${at}`;
  for (const method of ['PATCH', 'PUT', 'DELETE']) {
    const answer = await wire.send({ method, url, person: product, body: { length: 1 } });
    expect([answer.status, answer.body['error']?.['errorCode']]).toEqual([
      403,
      'NoRightsToWorkLogModification',
    ]);
    expect(refusalFault(answer.status, answer.body, null)).toBeNull();
  }
  expect((await wire.send({ ...get(url), person: team })).body).toEqual(body);
});

/** Whether an administrator asks what ends maintenance. */
const endsIt = (call: Call, { person }: Sample) =>
  call.duringMaintenance && person?.id === wire.stint.people.administrator.id;

describe('ApiDisabled: an organization in maintenance', () => {
  const affected = allCalls.filter(({ area }) => area !== 'auth');

  test.each(affected.map((call) => [call.id, call] as const))(
    'keeps %s from everybody but who can end it',
    async (_id, call) => {
      const sample = await samples[call.id as keyof typeof samples](wire);
      await setSettings(wire.stint, { operation: 'maintenance' });
      const { status, body } = await wire.send(requestOf(call, sample));
      if (endsIt(call, sample)) return expect(status).toBe(200);
      expect([status, body['error']?.['errorCode'], refusalFault(status, body, null)]).toEqual([
        503,
        'ApiDisabled',
        null,
      ]);
    },
  );
});

describe('LicenseReadOnly: a read-only organization', () => {
  const affected = allCalls.filter(({ area }) => area !== 'auth');

  test.each(affected.map((call) => [call.id, call] as const))(
    'reads, but does not write: %s',
    async (_id, call) => {
      const sample = await samples[call.id as keyof typeof samples](wire);
      await setSettings(wire.stint, { operation: 'readOnly' });
      const { status, body } = await wire.send(requestOf(call, sample));
      if (call.effect === 'read' || endsIt(call, sample)) expect(status).toBe(200);
      else
        expect([status, body['error']?.['errorCode'], refusalFault(status, body, null)]).toEqual([
          403,
          'LicenseReadOnly',
          null,
        ]);
    },
  );
});
