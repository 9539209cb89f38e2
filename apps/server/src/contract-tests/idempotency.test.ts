import { allCalls } from '@stint/contract';
import { describe, expect, test } from 'vitest';
import { requestOf, useWire } from './http.ts';
import { samples } from './samples.ts';

const wire = useWire();

const writes = allCalls.filter(
  (call) => call.effect === 'write' && call.access !== 'anyone' && call.area !== 'auth',
);
/** Their answers show a secret once, so they are not kept. */
const secret = new Set([
  'addToken',
  'addSignInLink',
  'addWebhook',
  'rotateWebhookSecret',
  'createPairingLink',
]);

describe('a write with an Idempotency-Key', () => {
  test.each(writes.map((call) => [call.id, call] as const))(
    '%s has one effect and one answer, however often it is sent',
    async (id, call) => {
      const sample = await samples[id as keyof typeof samples](wire);
      const request = requestOf(call, {
        ...sample,
        headers: { ...sample.headers, 'idempotency-key': `key of ${id}`.replaceAll(' ', '-') },
      });
      const first = await wire.send(request);
      const before = await auditRows();
      const second = await wire.send(request);
      expect(first.status).toBe(200);
      expect(await auditRows()).toBe(before);
      if (secret.has(id))
        expect(second).toMatchObject({ status: 409, body: { error: { errorCode: 'DbValidationError' } } });
      else
        expect([second.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([
          200,
          first.body,
          'true',
        ]);
    },
  );

  test('that is no visible ASCII is refused', async () => {
    const call = allCalls.find(({ id }) => id === 'addWorkLog');
    if (!call) throw new Error('there is no such call');
    const sample = await samples.addWorkLog(wire);
    const { status, body } = await wire.send(
      requestOf(call, { ...sample, headers: { 'idempotency-key': 'a b' } }),
    );
    expect([status, body['error']?.['errorCode']]).toEqual([409, 'DbValidationError']);
  });
});

async function auditRows(): Promise<number> {
  const { system } = wire.stint.server.dependencies.database;
  return (await system.selectFrom('audit_log').select('id').execute()).length;
}
